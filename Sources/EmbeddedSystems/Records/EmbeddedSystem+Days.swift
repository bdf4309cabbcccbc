import GRDB
import MapRuntime

extension EmbeddedSystem {
  /// Sees to it that records which read other rows by their date count as changed once the day has
  /// come; asked before changes are read, and nearly always without anything to do. A day that goes
  /// back, as a wrong clock is set right, changes them again.
  public func wake() throws(SystemFailure) {
    guard schema.hasDays else { return }
    let today = Int64(clock.now.date.days)
    let companies = try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT company FROM \"$days\" WHERE day <> ?", arguments: [today])
    }
    for company in companies { try write(by: .system, company: company) { try $0.wake() } }
  }
}

extension SystemSchema {
  /// Whether any record reads rows by their date.
  var hasDays: Bool { !dated.isEmpty }

  /// The tables whose rows are read from a day on, or by a date that is compared with today, and
  /// the columns of that day.
  var dated: [(table: TableLayout, column: Int)] {
    tables.flatMap { table in
      let dependents = dependents(of: table.name)
      let columns = Set(dependents.compactMap(\.validFrom)).union(dependents.flatMap(\.days))
      return columns.sorted().map { (table, $0) }
    }
  }
}
