import EmbeddedSystems
import MapRuntime
import MapSync

/// The writes of one batch: the plan of the last record is the next one's too, mostly.
final class WriteBatch<Record: TableRecord> {
  private let system: EmbeddedSystem
  private let isNew: Bool
  private let faults: WriteFaults
  private var last:
    (
      columns: FieldSet, unvalidated: FieldSet, stampsCompany: Bool, plan: WritePlan,
      statement: RowStatement
    )?

  init(_ session: WriteSession, of system: EmbeddedSystem, isNew: Bool) {
    self.system = system
    self.isNew = isNew
    faults = WriteFaults(session, of: system, Record.table.name)
  }

  @inline(__always)
  func plan(
    _ columns: FieldSet, unvalidated: FieldSet, stampsCompany: Bool, _ session: WriteSession
  ) throws -> (WritePlan, RowStatement) {
    if let last, last.columns == columns, last.unvalidated == unvalidated,
      last.stampsCompany == stampsCompany
    {
      return (last.plan, last.statement)
    }
    let plan = try system.plan(
      Record.self, columns, unvalidated: unvalidated, isNew: isNew, stampsCompany: stampsCompany,
      by: .integration)
    let statement = try session.statement(plan)
    last = (columns, unvalidated, stampsCompany, plan, statement)
    return (plan, statement)
  }

  @inline(__always)
  func attempt(_ id: Guid, _ write: () throws -> WriteOutcome) throws -> WriteResult {
    try faults.attempt(id, write)
  }
}
