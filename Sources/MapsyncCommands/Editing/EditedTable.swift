import ArgumentParser
import EmbeddedSystems
import MapRuntime
import MapSetup
import MapSource
import MapSync

/// A table of one of the embedded systems, as a person works in it.
struct EditedTable {
  let system: EmbeddedSystem
  /// Nil on the Sales side.
  let company: Company?
  let description: TableDescription

  /// - Parameter reads: Whether the command only looks, and needs no right to write.
  init(_ options: TableOptions, reads: Bool = false) throws {
    let file = try SetupFile(options.setup.setup, reads: reads)
    let setup = try file.checked()
    let program = RunningProgram.current
    let table = try Self.find(options.table, options.side?.side, program.tables)
    let pair = try EmbeddedPair.open(
      setup, folder: file.folder, program: program, reads: reads)
    system = pair.system(table.side)
    description = try table.withMadeOptions(of: system)
    company = description.side == .bc ? try pair.bc.company(setup.company) : nil
  }

  /// The table of a name in any case; the side may be left out where only one has it.
  static func find(
    _ name: String, _ side: Side?, _ tables: [TableDescription]
  ) throws(CommandFailure) -> TableDescription {
    let here = tables.filter { side == nil || $0.side == side }
    let found = here.filter { $0.name == name }
    let named = found.isEmpty ? here.filter { $0.name.lowercased() == name.lowercased() } : found
    guard let first = named.first else {
      let meant = meant(by: name, here).map { "; did you mean '\($0)'?" }
      throw CommandFailure("there is no table '\(PlainLine.of(name))'\(meant ?? "")")
    }
    guard named.count == 1 else {
      throw CommandFailure("both sides have a table '\(name)': say --side bc or --side sales")
    }
    return first
  }

  /// The table that a person meant who wrote another name: without its spaces, with a letter wrong, or
  /// only a part of it, as 'order' for 'salesorder'.
  private static func meant(by name: String, _ tables: [TableDescription]) -> String? {
    func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }
    let (wanted, names) = (plain(name), tables.map(\.name))
    guard wanted.count > 2 else { return nil }
    if let same = names.first(where: { plain($0) == wanted }) { return same }
    if let near = Spelling.nearest(to: name, among: names) { return near }
    let one = wanted.hasSuffix("s") ? String(wanted.dropLast()) : wanted
    return names.filter { plain($0).contains(one) }.min { ($0.count, $0) < ($1.count, $1) }
  }

  func ids() throws(SystemFailure) -> [Guid] {
    try system.find(description.name, company: company)
  }

  /// As far as it can be read.
  func record(_ id: Guid) throws(SystemFailure) -> LegibleRecord? {
    try system.legible(description.name, id, company: company)
  }

  /// The fields that only functions of the host compute.
  var unstored: Set<String> {
    let fields = description.fields.lazy.filter(\.isComputed).map(\.name)
    return Set(fields.filter { !system.fills($0, of: description.name) })
  }

  /// What functions of the host compute of records. Where the integration's own files cannot be read
  /// the records are shown without that.
  func figures(of ids: [Guid], _ setup: SetupOption) async -> [Guid: [String: Value]] {
    guard !unstored.isEmpty,
      let workspace = try? await setup.look()
    else { return [:] }
    let figures = ShownFigures(workspace.integration)
    return (try? await figures.values(of: ids, in: description.name, on: description.side)) ?? [:]
  }

  /// What the records are called that some values refer to.
  func names(in records: [[String: Value]]) throws(SystemFailure) -> ReferredNames {
    var names = ReferredNames()
    for lookup in Set(records.flatMap { $0.values.compactMap(\.lookup) }) {
      guard let layout = system.schema[lookup.table] else { continue }
      let found = try system.legible(lookup.table, lookup.id, company: company)
      guard let found else {
        names.note(nil, of: lookup)
        continue
      }
      if let name = RecordName.of(found.fields, layout.description) {
        names.note(name, of: lookup)
      }
    }
    return names
  }

  /// The record of an id, a business key with its parts by commas, or a name.
  func find(_ text: String) throws -> Guid {
    if let id = Guid(parsing: text) { return id }
    let found = try EditedValue.ids(text, description, system, company)
    guard let first = found.first else {
      throw CommandFailure("\(description.name) has no record '\(PlainLine.of(text))'")
    }
    guard found.count == 1 else {
      let names = ToldApart(
        records: try found.map { id in
          ToldApart.Record(
            table: description.name, id: id,
            names: ToldApart.names(of: try record(id)?.fields ?? [:], description))
        }
      ).names.map { $0.dropFirst(description.name.count + 1) }
      throw CommandFailure(
        "'\(PlainLine.of(text))' of \(description.name) may be "
          + PlainLine.of(names.joined(separator: ", ")) + "; say which")
    }
    return first
  }

  /// `Field=value` texts as values.
  func values(_ texts: [String]) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else {
        throw CommandFailure("'\(PlainLine.of(text))' is not written as Field=value")
      }
      let name = String(text[..<equals])
      guard let field = description.field(name) ?? inAnyCase(name) else {
        let names = description.fields.map(\.name)
        let meant = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
        throw CommandFailure("\(description.name) has no field '\(name)'\(meant ?? "")")
      }
      values[field.name] = try EditedValue.parse(
        String(text[text.index(after: equals)...]), field, self)
    }
    return values
  }

  private func inAnyCase(_ name: String) -> FieldDescription? {
    description.fields.first { $0.name.lowercased() == name.lowercased() }
  }
}
