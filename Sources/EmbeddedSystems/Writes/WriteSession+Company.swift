import MapRuntime

extension WriteSession {
  /// Sets or clears the company of a Sales record (R C-39, D-53).
  public func setCompany(
    _ company: Guid?, of id: Guid, in table: TableLayout
  ) throws -> WriteOutcome {
    guard let column = table.company else { return .missing }
    let layout = table.columns[column]
    let lookup = company.map {
      Value.lookup(Lookup(table: layout.onlyTable ?? "", id: $0))
    }
    do {
      guard try change(table.name, id, [layout.name: lookup ?? .empty]) else { return .missing }
      return .written(id: id, version: try currentVersion(table, id))
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }
}
