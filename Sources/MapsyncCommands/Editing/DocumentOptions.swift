import ArgumentParser
import EmbeddedSystems
import MapRuntime
import MapScenario

/// The document of an embedded system that a command is about.
struct DocumentOptions: ParsableArguments {
  @OptionGroup var setup: SetupOption

  @Argument(help: "The document: its number, key or id, after 'table:' where several have it.")
  var document: String

  /// Does something with it, as a person there would, and says what came of it. What the system
  /// refuses is exit 1.
  func perform(_ step: DocumentStep) throws {
    let file = try SetupFile(setup.setup)
    let setup = try file.checked()
    let pair = try EmbeddedPair.open(setup, folder: file.folder, program: RunningProgram.current)
    let company = try pair.bc.company(setup.company)
    let found = try NamedDocument(document, step, pair, company)
    switch try found.system.perform(step, on: found.address, company: found.company) {
    case .success(let done): Terminal.output("\(PlainLine.of(done.sentence))\n")
    case .failure(let refusal): try refused(refusal)
    }
  }
}

/// A document that a person named.
struct NamedDocument {
  let system: EmbeddedSystem
  /// Nil on the Sales side.
  let company: Company?
  let address: RecordAddress

  /// Looks in the tables that a step takes.
  init(_ text: String, _ step: DocumentStep, _ pair: EmbeddedPair, _ company: Company) throws {
    let tables = step.tables
    let text = RecordText(text, scopes: tables.map(\.name))
    let shown = PlainLine.of(text.name)
    var found: [NamedDocument] = []
    for table in tables where text.scope == nil || text.scope == table.name {
      let system = pair.system(table.side)
      guard let layout = system.schema[table.name] else { continue }
      let owner = table.side == .bc ? company : nil
      for id in try Self.ids(text, layout.description, system, owner) {
        let address = RecordAddress(side: table.side, table: table.name, id: id)
        found.append(NamedDocument(system: system, company: owner, address: address))
      }
    }
    found = Self.decided(try Self.latest(found), step)
    guard let first = found.first else {
      throw CommandFailure(
        "there is no '\(shown)' in \(tables.map { "'\($0.name)'" }.joined(separator: " or "))")
    }
    guard found.count == 1 else {
      let told = ToldApart(records: try found.map { try $0.toldApart })
      let names = zip(try found.map { try $0.title }, told.names).map { "\($0) (\($1))" }
      throw CommandFailure("'\(shown)' may be \(names.joined(separator: " or ")); say which")
    }
    self = first
  }

  private init(system: EmbeddedSystem, company: Company?, address: RecordAddress) {
    self.system = system
    self.company = company
    self.address = address
  }

  private var fields: [String: Value] {
    get throws { try system.record(address.table, address.id, company: company) ?? [:] }
  }

  private var title: DocumentTitle {
    get throws { DocumentTitle(try system.schema.table(address.table).description, try fields) }
  }

  private var toldApart: ToldApart.Record {
    get throws {
      let table = try system.schema.table(address.table).description
      return ToldApart.Record(
        table: address.table, id: address.id, names: ToldApart.names(of: try fields, table))
    }
  }

  private static func ids(
    _ text: RecordText, _ table: TableDescription, _ system: EmbeddedSystem, _ company: Company?
  ) throws -> [Guid] {
    if let id = text.id {
      return try system.record(table.name, id, company: company) == nil ? [] : [id]
    }
    return try EditedValue.ids(text.name, table, system, company)
  }

  /// An invoice that Sales has from Business Central has one number in both, and is cancelled where it
  /// was posted: what becomes of it there goes to Sales.
  private static func decided(_ found: [NamedDocument], _ step: DocumentStep) -> [NamedDocument] {
    guard step == .cancel, found.count > 1 else { return found }
    let posted = found.filter { $0.address.side == .bc }
    let isInvoice = found.allSatisfy { $0.address.side == .bc || $0.address.table == "invoice" }
    return posted.count == 1 && isInvoice ? posted : found
  }

  /// Of the revisions of one quote the last one, which people work on.
  private static func latest(_ found: [NamedDocument]) throws -> [NamedDocument] {
    guard found.count > 1 else { return found }
    let fields = try found.map { try $0.fields }
    guard let number = fields[0]["quotenumber"], fields.allSatisfy({ $0["quotenumber"] == number })
    else { return found }
    let last = zip(found, fields).max {
      ($0.1["revisionnumber"]?.integer ?? 0) < ($1.1["revisionnumber"]?.integer ?? 0)
    }
    return last.map { [$0.0] } ?? found
  }
}
