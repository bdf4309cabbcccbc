import MapRuntime
import Synchronization

/// The plans that were made, by what they are for.
final class PlanCache: Sendable {
  /// What a plan is for.
  enum Key: Hashable {
    case record(
      ObjectIdentifier, FieldSet, unvalidated: FieldSet, order: [Int], isNew: Bool,
      stampsCompany: Bool, Author)
    case whole(String, isNew: Bool, Author)
    case fields(String, [String], isNew: Bool, Author)
    /// A plan with what the system itself works out besides.
    case worked(ObjectIdentifier, isNew: Bool)
  }

  private let plans = Mutex<[Key: WritePlan]>([:])
  private let reads = Mutex<[String: ReadColumns]>([:])

  func plan(_ key: Key, _ make: () -> WritePlan) -> WritePlan {
    if let plan = plans.withLock({ $0[key] }) { return plan }
    let plan = make()
    plans.withLock { $0[key] = plan }
    return plan
  }

  func columns(_ table: TableLayout) -> ReadColumns {
    if let columns = reads.withLock({ $0[table.name] }) { return columns }
    let columns = ReadColumns(
      table.columns, on: table.side, after: 0, of: table.name)
    reads.withLock { $0[table.name] = columns }
    return columns
  }
}
