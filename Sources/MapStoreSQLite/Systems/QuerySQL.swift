import EmbeddedSystems
import MapRuntime
import MapSync

/// Which records are meant, as SQL over `t` with its values in order.
struct QuerySQL: Sendable {
  private(set) var tests: [String] = []
  private(set) var values: [Value] = []
  /// False where the SQL lets more through, so that every row is tested again.
  private(set) var isExact = true

  /// - Parameter isPaged: The rows come in the order of another index, which each page goes on in;
  ///   by the company's index every page would sort the whole table.
  /// - Throws: `unknown` for a field that the record does not have.
  init(
    _ query: RecordQuery, of table: TableLayout, _ record: RecordTable, company: Company?,
    isPaged: Bool = false
  ) throws(StoreFailure) {
    if table.hasCompanies, let company {
      add("\(isPaged ? "+" : "")t.\"$company\" = \(company.number)")
    }
    if let wanted = query.company, let column = table.company {
      let own = table.columns[column].sql
      let isMeant = "\(own) = ? OR length(\(own)) <> 16"
      add(wanted.acceptsNone ? "(\(own) IS NULL OR \(isMeant))" : "(\(isMeant))", .guid(wanted.id))
    }
    if query.leavesOutOurs { add("t.\"$ours\" <> t.\"$version\"") }
    guard !query.condition.isEmpty else { return }
    var condition = ConditionSQL(table, record)
    let sql = try condition.sql(query.condition)
    tests.append(sql)
    values += condition.values
    isExact = condition.isExact
  }

  mutating func add(_ test: String, _ values: Value...) {
    tests.append(test)
    self.values += values
  }

  /// The conditions with the word before them.
  var whereSQL: String { tests.isEmpty ? "" : " WHERE " + tests.joined(separator: " AND ") }

  /// Binds the values from the first place on.
  func bind(to statement: RowStatement) {
    for (place, value) in values.enumerated() { statement.bind(value, at: Int32(place + 1)) }
  }
}
