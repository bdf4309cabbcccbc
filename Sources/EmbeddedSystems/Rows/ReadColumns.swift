import MapRuntime

/// Where a statement gives the columns of a record.
public final class ReadColumns: Sendable {
  /// One column.
  public struct Column: Sendable {
    public let place: Int32
    /// Whether it holds integers of 32 bits.
    let isShort: Bool
    /// The table of a lookup that has one only; others say it in the next place.
    public let table: String?
  }

  /// What the statement selects, as SQL over the table `t`.
  public let sql: String
  @usableFromInline let columns: [Column]
  let layouts: [ColumnLayout]
  /// The options that a column may hold; nil where any may be.
  private let options: [[Int32]?]
  /// The tables that keep the options of columns whose options people add.
  let openOptions: [String?]

  /// The record's columns, in order, after so many others.
  ///
  /// - Parameter table: whose columns they are, where what they hold is to be known as its options.
  public init(
    _ layouts: [ColumnLayout], on side: Side, after others: Int, of table: String? = nil
  ) {
    var place = Int32(others)
    var sql: [String] = []
    columns = layouts.map { layout in
      let column = Column(
        place: place, isShort: layout.field.type == .integer, table: layout.onlyTable)
      sql.append(layout.sql)
      place += 1
      if let tables = layout.tableSQL {
        sql.append(tables)
        place += 1
      }
      return column
    }
    self.sql = sql.joined(separator: ", ")
    self.layouts = layouts
    options = layouts.map { $0.knownOptions(on: side) }
    openOptions = layouts.map { layout in
      guard let table, layout.field.isOpen, layout.isStored else { return nil }
      return OptionTarget.Field(table, layout.name).optionsTable
    }
  }

  @inline(__always)
  public subscript(column: Int) -> Column { columns[column] }

  func knows(_ option: Int32, _ column: Int) -> Bool {
    options[column]?.contains(option) ?? true
  }

  /// Whether a lookup may be to a table.
  func knows(table: String, _ column: Int) -> Bool {
    let tables = layouts[column].field.refersTo
    return tables.isEmpty || tables.contains { $0.table == table }
  }
}

extension ColumnLayout {
  /// The options that the field may hold; nil where any may be: of one that is open, or whose
  /// options nobody described. BC has the first where nobody filled one in.
  public func knownOptions(on side: Side) -> [Int32]? {
    guard case .option = field.type, !field.isOpen, !field.options.isEmpty else { return nil }
    let described = field.options.map(\.value)
    return side == .bc && !described.contains(0) ? described + [0] : described
  }
}
