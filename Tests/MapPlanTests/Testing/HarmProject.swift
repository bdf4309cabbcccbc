import MapCheck
import MapCompiler
import MapLanguage
import MapPlan
import MapRuntime
import MapSource
import Testing

/// The wrong example of a finding, with a comment that allows it: so the harm can happen.
struct HarmProject {
  let finding: Finding
  let example: ExampleRecords
  let checked: CheckedModel
  let program: Program
  let run = RunValues(now: DateTimeValue(milliseconds: 1_768_467_600_000))

  init(_ name: String) throws {
    let files = ExampleProject.files(of: try #require(FindingCatalogue.entry(name)).wrong)
    let compilation = Compiler.check(files)
    finding = try #require(compilation.findings.first { $0.name == name })
    example = try #require(finding.example)
    let allowed = Compiler.check(Self.allowing(finding, in: files, compilation.sources))
    checked = try #require(allowed.checked)
    program = try #require(allowed.program)
  }

  /// The same files with the comment on the line above the finding.
  private static func allowing(
    _ finding: Finding, in files: [SourceFile], _ sources: SourceSet
  ) -> [SourceFile] {
    if finding.severity == .warning { return files }
    let found = sources[finding.span.file]
    let line = LineTable(found).position(of: Int(finding.span.start)).line
    return files.map { file in
      guard file.path == found.path else { return file }
      var lines = String(decoding: file.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let indent = lines[line - 1].prefix { $0 == " " }
      lines.insert(
        "\(indent)# mapc: allow \(finding.name) because the harm is to be seen", at: line - 1)
      return SourceFile(path: file.path, text: lines.joined(separator: "\n"))
    }
  }

  func mapping(_ name: String) throws -> MappingProgram {
    try #require(program.mappings.first { $0.name == name })
  }

  func table(_ name: String, _ side: Side) throws -> Int {
    try #require(checked.catalogue.place(of: name, on: side))
  }

  /// The example's record of a side, as one of a table.
  func record(_ side: Side, of table: Int) throws -> [Int: Value] {
    let described = checked.catalogue[table]
    var record: [Int: Value] = [:]
    for said in side == .bc ? example.bc : example.sales {
      let place = try #require(described.place(of: said.field))
      let quoted = said.value.hasPrefix("'")
      let text =
        quoted ? said.value.dropFirst().dropLast().replacing("''", with: "'") : said.value[...]
      let reader = OperandReader(project: checked.model.project)
      let literal = Located(Literal.text(String(text)), at: finding.span)
      guard
        case .operand(.value(let value)) = reader.read(
          literal, for: described.fields[place], on: side)
      else {
        Issue.record("'\(said.value)' is no value of '\(said.field)'")
        continue
      }
      record[place] = value
    }
    return record
  }

  /// What the evaluator makes of a record.
  func convert(
    _ source: [Int: Value], onto target: [Int: Value]? = nil, _ mapping: String,
    _ direction: Direction
  ) throws -> RecordOutcome {
    RecordConversion(try self.mapping(mapping), direction, in: checked)
      .convert(EvaluationInput(source: source, target: target, run: run))
  }

  /// Whether a mapping's filter lets a record of a side through.
  func accepts(_ record: [Int: Value], _ name: String, _ side: Side) throws -> Bool {
    let mapping = try self.mapping(name).mapping
    let table = checked.catalogue[mapping.table(side)]
    return ConditionEvaluator(table: table, run: run).accepts(record, mapping.filter(side))
  }
}
