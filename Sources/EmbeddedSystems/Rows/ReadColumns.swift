/// Where a statement gives the columns of a record.
public final class ReadColumns: Sendable {
  /// One column.
  public struct Column: Sendable {
    public let place: Int32
    /// The table of a lookup that has one only; others say it in the next place.
    public let table: String?
  }

  /// What the statement selects, as SQL over the table `t`.
  public let sql: String
  @usableFromInline let columns: [Column]

  /// The record's columns, in order, after so many others.
  public init(_ layouts: [ColumnLayout], after others: Int) {
    var place = Int32(others)
    var sql: [String] = []
    columns = layouts.map { layout in
      let column = Column(place: place, table: layout.onlyTable)
      sql.append(layout.sql)
      place += 1
      if let tables = layout.tableSQL {
        sql.append(tables)
        place += 1
      }
      return column
    }
    self.sql = sql.joined(separator: ", ")
  }

  @inline(__always)
  public subscript(column: Int) -> Column { columns[column] }
}
