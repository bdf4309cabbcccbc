import MapLanguage
import MapRuntime
import MapSource

/// Finds mappings, tables and fields by their names, and says what is wrong with a name.
final class NameTable: Sendable {
  let model: Model
  let features: FeatureSpace
  let catalogue: TableCatalogue
  private let mappings: [String: Int]
  /// Mappings of which a table is unknown.
  private let tableless: Set<Int>

  /// - Parameter catalogue: the model's tables, where they were put together before.
  init(_ model: Model, _ catalogue: TableCatalogue? = nil) {
    self.model = model
    features = FeatureSpace(model.project)
    self.catalogue = catalogue ?? TableCatalogue(of: model)
    mappings = Dictionary(
      model.mappings.enumerated().map { ($1.name.value, $0) },
      uniquingKeysWith: { first, _ in first })
    let tables = self.catalogue
    tableless = Set(
      model.mappings.indices.filter { place in
        let named = model.mappings[place].alternatives[0].mapping.tables
        return tables.place(of: named.bc.value, on: .bc) == nil
          || tables.place(of: named.salesName, on: .sales) == nil
      })
  }

  func mapping(_ name: Located<String>, _ findings: inout [Finding]) -> Int? {
    if let place = mappings[name.value] { return place }
    guard !isUnreadable(name.value) else { return nil }
    let nearest = Spelling.nearest(to: name.value, among: mappings.keys)
    findings.append(
      Finding(
        "unknown-mapping", "'\(name.value)' is not a mapping of this project", at: name.span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        help: nearest == nil ? "write it in mappings/, or take the name out" : nil,
        fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) }))
    return nil
  }

  /// Whether both tables of a mapping are there.
  func hasTables(_ mapping: Int) -> Bool { !tableless.contains(mapping) }

  func mapping(named name: String) -> Int? { mappings[name] }

  func table(_ name: Located<String>, on side: Side, _ findings: inout [Finding]) -> Int? {
    if let place = catalogue.place(of: name.value, on: side) { return place }
    guard !isUnreadable(name.value) else { return nil }
    if catalogue.place(of: name.value, on: side.other) != nil {
      findings.append(
        Finding(
          "unknown-table",
          "'\(name.value)' is a \(side.other.name) table; this names the \(side.name) side",
          at: name.span))
      return nil
    }
    let nearest = Spelling.nearest(to: name.value, among: catalogue.names(on: side))
    findings.append(
      Finding(
        "unknown-table", "'\(name.value)' is not a table in schemas/\(side.name)", at: name.span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        help: nearest == nil
          ? "describe it in schemas/\(side.name)/\(Self.baseName(name.value)).yaml" : nil,
        fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) }))
    return nil
  }

  /// Whether a setting refers to a table that has its finding where it is declared.
  func hasMisspelt(_ setting: Setting) -> Bool {
    setting.refersTo.contains { misspelt($0, on: setting.refersToSide) != nil }
  }

  /// Which letters a name has, a bit for each.
  private static func letters(of name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 | 1 << UInt64(($1 | 0x20) & 63) }
  }

  /// A table that may stand without a file, where it is nearly the name of one that has a file.
  func misspelt(
    _ name: Located<String>, on side: Side, severity: Severity = .error
  ) -> Finding? {
    guard catalogue.place(of: name.value, on: side) == nil, !isUnreadable(name.value) else {
      return nil
    }
    // Of two slips each changes two letters at most: most names are out at a glance.
    let letters = Self.letters(of: name.value)
    let near = catalogue.names(on: side).lazy.filter {
      (Self.letters(of: $0) ^ letters).nonzeroBitCount <= 4
    }
    guard let nearest = Nearest(to: name.value, in: near), nearest.distance <= 2 else {
      return nil
    }
    return Finding(
      "unknown-table", "'\(name.value)' is not a table in schemas/\(side.name)", at: name.span,
      severity: severity, label: "did you mean '\(nearest.word)'?",
      help: "or describe it in schemas/\(side.name)/\(Self.baseName(name.value)).yaml",
      fix: Fix(certain: false, edits: [Fix.Edit(name.span, nearest.word)]))
  }

  func field(_ name: Located<String>, in table: Int, _ findings: inout [Finding]) -> Int? {
    if let place = catalogue.tables[table].place(of: name.value) { return place }
    let described = catalogue[table]
    guard described.isComplete else { return nil }
    let nearest = Spelling.nearest(to: name.value, among: described.fields.map(\.name.value))
    findings.append(
      Finding(
        "unknown-field",
        "'\(name.value)' is not a field of \(described.side.name) table '\(described.name.value)'",
        at: name.span, label: nearest.map { "did you mean '\($0)'?" } ?? "",
        notes: [Finding.Note("the table is described here", at: described.name.span)],
        fix: nearest.map {
          Fix(certain: false, edits: [Fix.Edit(name.span, Self.quotedIfNeeded($0))])
        }))
    return nil
  }

  func isUnreadable(_ name: String) -> Bool {
    model.unreadable.contains(name) || model.unreadable.contains(Self.baseName(name))
  }

  /// The base name of the file that holds a mapping or table.
  static func baseName(_ name: String) -> String { FileName.of(name) }

  /// A name as it may stand inside `{}`.
  static func quotedIfNeeded(_ name: String) -> String {
    let isSpecial =
      name.contains { ",[]{}".contains($0) } || name.contains(": ") || name.contains(" #")
      || name.first.map { "&*!|>'\"%@`#- ?:".contains($0) } ?? true
    guard isSpecial else { return name }
    let parts = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }
}
