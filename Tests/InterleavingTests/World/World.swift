import EmbeddedSystems
import MapRuntime
import MapSync

/// One execution's world: two systems, the state between them, and what people have done.
final class World: Sendable {
  let setup: WorldSetup
  let files: WorldFiles
  let company: Company
  /// Records that were there at the beginning.
  let ids: [Side: [String: Guid]]
  let journal = Journal()

  var clock: WorldClock { files.clock }

  init(
    _ setup: WorldSetup, _ files: WorldFiles, company: Company, ids: [Side: [String: Guid]]
  ) {
    self.setup = setup
    self.files = files
    self.company = company
    self.ids = ids
  }

  /// A world as its setup begins it.
  static func begin(
    _ setup: WorldSetup, _ image: WorldImage, _ files: WorldFiles
  ) throws -> World {
    try files.reset()
    files.clock.pass(seconds: 3600)
    let world = World(setup, files, company: image.company, ids: image.ids)
    // What a person made on one side, or on both, is as good as an edit.
    let direction = setup.mapping.direction(of: .phone)
    if direction != .toBC {
      for name in setup.inBC + setup.loose { world.journal.begin(name, .bc, "100") }
    }
    for name in setup.inSales { world.journal.begin(name, .sales, "100") }
    for name in setup.loose { world.journal.begin(name, .sales, "200") }
    for name in setup.pairs {
      for (field, text) in setup.older.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        world.journal.edit(name, .bc, field, text, shown: [:])
      }
    }
    return world
  }

  func system(_ side: Side) -> EmbeddedSystem { side == .bc ? files.bc : files.sales }
  private func company(_ side: Side) -> Company? { side == .bc ? company : nil }

  // What people do

  func add(_ name: String, _ side: Side) throws {
    var fields = setup.mapping.beginning(name, side)
    fields[setup.mapping.identity(side)] = .text(name)
    for (field, text) in WorldSetup.beginning where setup.mapping.fields.contains(field) {
      fields[field.name(side, in: setup.mapping)] = field.value(text, side)
    }
    if setup.mapping == .salespeople, side == .bc { fields["Code"] = .text(name) }
    // The system's user, as a person cannot make users.
    _ = try system(side).create(
      setup.mapping.table(side), fields,
      by: setup.mapping == .salespeople ? .system : .person, company: company(side)
    ).get()
  }

  func write(_ name: String, _ side: Side, _ field: Field, _ text: String) throws {
    guard let id = try find(name, side).first else { throw Missing(name: name, side: side) }
    _ = try system(side).change(
      setup.mapping.table(side), id,
      [field.name(side, in: setup.mapping): field.value(text, side)],
      by: setup.mapping == .salespeople ? .system : .person, company: company(side)
    ).get()
  }

  struct Missing: Error {
    let name: String
    let side: Side
  }

  /// A person's edit, with what that person could see.
  func edit(_ name: String, _ side: Side, _ field: Field, _ text: String) throws {
    let shown = try records(side).first { $0.name == name }
    journal.edit(name, side, field, text, shown: shown?.fields ?? [:])
    try write(name, side, field, text)
  }

  /// A person's deletion, after which nothing is owed to the record.
  func delete(_ name: String, _ side: Side) throws {
    guard let id = try find(name, side).first else { throw Missing(name: name, side: side) }
    journal.touch(name)
    _ = try system(side).delete(setup.mapping.table(side), id, company: company(side)).get()
  }

  // What is there

  struct Record: Hashable, Sendable {
    let id: Guid
    let name: String
    let fields: [Field: String]
    /// The Sales record says that it belongs to the company.
    let hasCompany: Bool
  }

  func find(_ name: String, _ side: Side) throws -> [Guid] {
    try system(side).find(
      setup.mapping.table(side), [setup.mapping.identity(side): .text(name)],
      company: company(side))
  }

  func records(_ side: Side) throws -> [Record] {
    let mapping = setup.mapping
    return try system(side).find(mapping.table(side), company: company(side)).compactMap { id in
      guard
        let values = try system(side).record(mapping.table(side), id, company: company(side)),
        let name = values[mapping.identity(side)]
      else { return nil }
      var fields: [Field: String] = [:]
      for field in mapping.fields {
        fields[field] = field.text(values[field.name(side, in: mapping)], side)
      }
      let belongs = values["bcbi_companyid"].map { $0 != .empty } ?? false
      return Record(id: id, name: name.description, fields: fields, hasCompany: belongs)
    }
  }

  func found() throws -> [Side: [String: Guid]] {
    var found: [Side: [String: Guid]] = [:]
    for side in [Side.bc, .sales] {
      found[side] = Dictionary(try records(side).map { ($0.name, $0.id) }) { first, _ in first }
    }
    return found
  }
}
