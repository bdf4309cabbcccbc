/// Supplies the rows that a record's figures are made from.
public protocol FigureRows {
  /// The rows of the query at a place of `TableRecord.figureRows` that belong to the record.
  mutating func records<Record: TableRecord>(_ place: Int, as type: Record.Type) -> [Record]
}
