/// A record of one table: a struct with the fields that mappings use, made by the generator.
public protocol TableRecord: Sendable {
  /// The table and its columns, in the order of the reader and the writer.
  static var table: RecordTable { get }
  /// A record in which nothing was filled in yet.
  static var blank: Self { get }
  init(reading row: borrowing some RecordReader)
  func write(to row: inout some RecordWriter)
  /// The columns whose values differ, compared in their types (R B-21).
  func changes(from other: Self) -> FieldSet

  /// The rows of other tables that its computed fields see.
  static var figureRows: [RelatedQuery] { get }
  /// Fills the computed fields, which no store has, through the host's functions.
  mutating func computeFigures(from rows: inout some FigureRows, _ run: borrowing RunValues)
  /// The business key as couplings keep it and references name it: its parts normalized and joined
  /// by `RecordKey`; '' for a Sales record.
  var key: String { get }
}

extension TableRecord {
  public var key: String { "" }

  public static var figureRows: [RelatedQuery] { [] }

  /// A table without computed fields in use.
  public mutating func computeFigures(
    from rows: inout some FigureRows, _ run: borrowing RunValues
  ) {}
}
