import MapRuntime

/// The Sales tables of units and of their groups, known by the field that marks a base unit.
struct UnitTables: Sendable {
  struct Base: Sendable {
    let id: Guid
    let name: String
    let quantity: DecimalValue?
  }

  private static let mark = "isschedulebaseuom"

  let unit: String
  let group: String
  /// The key of a unit, and its lookup to its group.
  private let unitID: String
  private let unitGroup: String
  private let store: any SystemStore

  init?(_ integration: Integration) {
    let marked = integration.tables.first {
      $0.side == .sales && $0.field(Self.mark) != nil && $0.parent != nil
    }
    guard let marked, let parent = marked.parent, let lookup = parent.by.first?.own,
      let key = marked.key.first
    else { return nil }
    unit = marked.name
    unitID = key
    unitGroup = lookup
    group = parent.table
    store = integration.sales
  }

  /// The base units of groups, by group.
  func bases(of groups: Set<Guid>) async throws(StoreFailure) -> [Guid: [Base]] {
    guard !groups.isEmpty else { return [:] }
    let rows = try await store.rows(
      of: unit, [unitGroup, Self.mark, "name", "quantity"], matching: [unitGroup],
      values: groups.map { [.lookup(Lookup(table: group, id: $0))] })
    var bases: [Guid: [Base]] = [:]
    for row in rows where row.values[1].boolean == true {
      guard let id = row.values[0].lookup?.id else { continue }
      bases[id, default: []].append(
        Base(id: row.id, name: row.values[2].text ?? "", quantity: row.values[3].decimal))
    }
    return bases
  }

  /// The groups of units, by unit.
  func groups(of units: Set<Guid>) async throws(StoreFailure) -> [Guid: Guid] {
    guard !units.isEmpty else { return [:] }
    let rows = try await store.rows(
      of: unit, [unitGroup], matching: [unitID], values: units.map { [.guid($0)] })
    var groups: [Guid: Guid] = [:]
    for row in rows { groups[row.id] = row.values[0].lookup?.id }
    return groups
  }
}
