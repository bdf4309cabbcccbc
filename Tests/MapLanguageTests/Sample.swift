import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

/// A project written in a test, read into its model.
struct Sample {
  private var sources = SourceSet()
  private var files: [ParsedFile] = []
  private(set) var syntaxFindings: [Finding] = []

  init() {}

  /// A project with the features `a` and `b` of one choice, `c` and `d` of another.
  static var withFeatures: Sample {
    var sample = Sample()
    sample.add(.project, "project", "project: p\nfeatures: { first: [a, b], second: [c, d] }\n")
    return sample
  }

  mutating func add(_ role: ParsedFile.Role, _ baseName: String, _ text: String) {
    let source = SourceFile(path: baseName + ".yaml", text: text)
    let output = SyntaxParser.parse(source, file: sources.add(source))
    syntaxFindings += output.findings
    files.append(ParsedFile(role: role, baseName: baseName, tree: output.tree))
  }

  func read() -> (model: Model, findings: [Finding]) { ModelReader.read(files) }

  /// The findings as `name "the characters"`.
  func marks() -> [String] { read().findings.map(mark) }

  func mark(_ finding: Finding) -> String { "\(finding.name) \"\(sources.text(finding.span))\"" }

  /// The characters where a value stands.
  func text(_ value: Located<String>) -> String { sources.text(value.span) }

  /// The findings of a field map from the keys inside `{}`.
  static func marks(fieldMap keys: String) -> [String] { marks(mapping: "fields: [{ \(keys) }]") }

  /// The findings of a mapping file `M`, whose name and tables are given.
  static func marks(mapping rest: String) -> [String] { one(rest).marks() }

  static func findings(mapping rest: String) -> [Finding] { one(rest).read().findings }

  /// The mapping `M` from what follows its name and tables.
  static func mapping(_ rest: String) -> Mapping? {
    one(rest).read().model.mappings.first?.alternatives.first?.mapping
  }

  static func one(_ rest: String) -> Sample {
    var sample = Sample.withFeatures
    let fields = rest.contains("fields:") ? "" : "\nfields: []\n"
    sample.add(
      .mapping, "M", "mapping: M\ntables: { bc: Customer, sales: account }\n" + rest + fields)
    return sample
  }

  /// A field map from the keys inside `{}`.
  static func fieldMap(_ keys: String) -> FieldMap? {
    mapping("fields: [{ \(keys) }]\n")?.fields.first
  }

  /// The findings of a table file `T`.
  static func marks(table rest: String, side: Side = .bc) -> [String] {
    var sample = Sample()
    sample.add(.table(side), "T", "table: T\nkey: [No.]\n" + rest)
    return sample.marks()
  }

  /// The findings of a field from the keys inside `{}`.
  static func marks(field keys: String, side: Side = .bc) -> [String] {
    marks(table: "fields: [{ \(keys) }]", side: side)
  }

  static func field(_ keys: String, side: Side = .bc) -> Field? {
    table("fields: [{ \(keys) }]", side: side)?.fields.first
  }

  static func table(_ rest: String, side: Side = .bc) -> Table? {
    var sample = Sample()
    sample.add(.table(side), "T", "table: T\nkey: [No.]\n" + rest)
    return sample.read().model.tables.first
  }
}
