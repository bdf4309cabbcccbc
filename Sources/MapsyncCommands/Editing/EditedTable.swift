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

  init(_ options: TableOptions) throws {
    let file = try SetupFile(options.setup.setup)
    let setup = try file.checked()
    let program = RunningProgram.current
    description = try Self.find(options.table, options.side?.side, program.tables)
    let pair = try EmbeddedPair.open(setup, folder: file.folder, program: program)
    system = pair.system(description.side)
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
      let meant = Spelling.nearest(to: name, among: here.map(\.name)).map {
        "; did you mean '\($0)'?"
      }
      throw CommandFailure("there is no table '\(name)'\(meant ?? "")")
    }
    guard named.count == 1 else {
      throw CommandFailure("both sides have a table '\(name)': say --side bc or --side sales")
    }
    return first
  }

  func ids() throws(SystemFailure) -> [Guid] {
    try system.find(description.name, company: company)
  }

  func record(_ id: Guid) throws(SystemFailure) -> [String: Value]? {
    try system.record(description.name, id, company: company)
  }

  /// The record of an id, a business key with its parts by commas, or a name.
  func find(_ text: String) throws -> Guid {
    if let id = Guid(parsing: text) { return id }
    let found = try EditedValue.ids(text, description, system, company)
    guard let first = found.first else {
      throw CommandFailure("\(description.name) has no record '\(PlainLine.of(text))'")
    }
    guard found.count == 1 else {
      throw CommandFailure(
        "\(found.count) records of \(description.name) are called '\(PlainLine.of(text))': "
          + "name one by its id")
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
