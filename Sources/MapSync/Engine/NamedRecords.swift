import MapRuntime

/// What the references of one page name now.
struct NamedRecords: Sendable {
  /// The BC keys that are asked for, by the numbers of the resolver's pairs.
  var keys: [Set<String>] = []
  /// The ids of the records that have them, by table and key.
  private var ids: [String: [String: Guid]] = [:]
  /// The Sales ids of couplings whose BC record is gone.
  var lost: Set<Guid> = []

  mutating func note(_ ids: [String: Guid], of table: String) { self.ids[table] = ids }

  /// The record of a pair's BC table that has a key now.
  func id(_ pair: TablePair, key: String) -> Guid? { ids[pair.bc]?[key] }

  /// How a record stands that is missing, as an end of a sentence about it.
  func standing(of missing: Entry.Missing) -> String {
    switch (missing.side, missing.id) {
    case (.bc, nil): "which does not exist"
    case (.sales, let id?) where lost.contains(id): "whose partner was deleted"
    default: Self.notCoupled
    }
  }

  static let notCoupled = "which is not coupled"
  static let goneFromSales = "which is gone from Sales: name another one there"
  /// Of a record that this company does not couple.
  static let ofAnotherCompany = "which belongs to another company"
}
