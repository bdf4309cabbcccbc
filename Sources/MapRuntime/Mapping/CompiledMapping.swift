/// A mapping as the generator made it: straight-line conversions both ways, and what the engine
/// needs to batch around them. Everything that could be decided at compile time was.
public protocol CompiledMapping: Sendable {
  associatedtype BCRecord: TableRecord
  associatedtype SalesRecord: TableRecord
  associatedtype ToSalesRelated: RelatedRecords = NoRelatedRecords
  associatedtype ToBCRelated: RelatedRecords = NoRelatedRecords

  static var policy: MappingPolicy { get }
  /// What it does as a document, a line of one, or a mapping that writes back: then states and
  /// events decide on its records, and not the engine alone. Nil for any other (F15 to F28).
  static var document: DocumentPolicy? { get }
  /// What a direction does with coupled records, as a digest by which it is known whether one was
  /// written by the mapping as it is; nil for a direction that is not there, and for documents.
  static func effect(_ direction: Direction) -> MappingEffect?
  /// The field maps by place, for errors and `why` (B7).
  static var rules: [MappingRule] { get }

  /// The references of a direction, in the order of `references`.
  static func slots(_ direction: Direction) -> [ReferenceSlot]
  /// Appends the key of each slot.
  static func references(of source: BCRecord, to keys: inout [ReferenceKey])
  static func references(of source: SalesRecord, to keys: inout [ReferenceKey])

  /// What the filter of a side asks, for the stores: at least the rows that `accepts` takes.
  static func filter(_ side: Side, _ run: borrowing RunValues) -> RowCondition
  /// The fields that both directions write (R D-26).
  static var twoWayFields: [TwoWayField] { get }
  /// The columns of the BC record whose field logic is left out (docs/language.md#field-maps,
  /// `validate`).
  static var unvalidated: FieldSet { get }
  /// The Sales values that a match group asks of the partner of a BC record, in the group's order:
  /// `empty` where the record has nothing to ask by, which leaves that field out; nil for a group
  /// that finds nothing, because a reference is not coupled or a value has no form in Sales (F4,
  /// R D-47).
  static func matchKey(
    _ group: Int, of source: BCRecord, _ row: borrowing ConversionRow<ToSalesRelated>
  ) -> [Value]?
  /// The target's fields that are made from a running number (R C-38).
  static func keySeries(_ direction: Direction) -> [KeySeries]
  /// Whether the mapping reads fields of a side that functions of the host compute
  /// (docs/language.md#tables).
  static func readsFigures(_ side: Side) -> Bool
  /// The sentences of `refuse`, by the places that refusals for that reason name.
  static var refusals: [MappingRefusal] { get }

  /// Whether a record is within the mapping's filter.
  static func accepts(_ record: BCRecord, _ run: borrowing RunValues) -> Bool
  static func accepts(_ record: SalesRecord, _ run: borrowing RunValues) -> Bool

  /// The target as it should be: what no field map writes stays as in `target`.
  static func convert(
    _ source: BCRecord, onto target: SalesRecord, _ row: borrowing ConversionRow<ToSalesRelated>
  ) throws(RecordRefusal) -> SalesRecord
  static func convert(
    _ source: SalesRecord, onto target: BCRecord, _ row: borrowing ConversionRow<ToBCRelated>
  ) throws(RecordRefusal) -> BCRecord

  /// Calls a function of the host that an event of a document names (docs/language.md#documents,
  /// `call`). What it throws fails the document.
  static func call(
    _ function: String, _ bc: BCRecord, _ sales: SalesRecord
  ) async throws
}

extension CompiledMapping {
  /// A mapping that is no document.
  public static var document: DocumentPolicy? { nil }

  /// A mapping of which nobody says what it was when it wrote a record.
  public static func effect(_ direction: Direction) -> MappingEffect? { nil }

  /// A mapping whose events call nothing.
  public static func call(
    _ function: String, _ bc: BCRecord, _ sales: SalesRecord
  ) async throws {}

  /// The table of a side, with the columns that the mapping uses.
  public static func table(_ side: Side) -> RecordTable {
    side == .bc ? BCRecord.table : SalesRecord.table
  }

  public static func slots(_ direction: Direction) -> [ReferenceSlot] { [] }
  public static func references(of source: BCRecord, to keys: inout [ReferenceKey]) {}
  public static func references(of source: SalesRecord, to keys: inout [ReferenceKey]) {}
  public static func filter(_ side: Side, _ run: borrowing RunValues) -> RowCondition { .none }
  public static var twoWayFields: [TwoWayField] { [] }
  public static var unvalidated: FieldSet { FieldSet() }
  public static func matchKey(
    _ group: Int, of source: BCRecord, _ row: borrowing ConversionRow<ToSalesRelated>
  ) -> [Value]? { nil }
  public static func keySeries(_ direction: Direction) -> [KeySeries] { [] }
  public static func readsFigures(_ side: Side) -> Bool { false }
  public static var refusals: [MappingRefusal] { [] }
  public static func accepts(_ record: BCRecord, _ run: borrowing RunValues) -> Bool { true }
  public static func accepts(_ record: SalesRecord, _ run: borrowing RunValues) -> Bool { true }

  /// A mapping that does not go to Sales leaves the target alone.
  public static func convert(
    _ source: BCRecord, onto target: SalesRecord, _ row: borrowing ConversionRow<ToSalesRelated>
  ) throws(RecordRefusal) -> SalesRecord { target }

  /// A mapping that does not go to Business Central leaves the target alone.
  public static func convert(
    _ source: SalesRecord, onto target: BCRecord, _ row: borrowing ConversionRow<ToBCRelated>
  ) throws(RecordRefusal) -> BCRecord { target }
}

/// A field that both directions of a mapping write: the columns of each side that stand for it. More
/// than one where a reference has a field that picks its table, and in a block of `together`, which
/// counts as one field (R D-26).
public struct TwoWayField: Hashable, Sendable {
  public let bc: FieldSet
  public let sales: FieldSet

  public init(bc: FieldSet, sales: FieldSet) {
    self.bc = bc
    self.sales = sales
  }

  public func columns(_ side: Side) -> FieldSet { side == .bc ? bc : sales }
}

extension CompiledMapping {
  /// The columns of the direction's target that two-way field maps write.
  public static func twoWay(_ direction: Direction) -> FieldSet {
    twoWayFields.reduce(FieldSet()) { $0.union($1.columns(direction.target)) }
  }

  /// The fields of which the changes of both sides are told apart: those of two-way field maps, and what
  /// a document takes off as a whole, which goes to BC beside them (R E-34).
  public static var comparedFields: [TwoWayField] {
    guard !twoWayFields.isEmpty, let discount = document?.invoiceDiscount,
      let own = BCRecord.table.column(DocumentPolicy.InvoiceDiscount.amount)
    else { return twoWayFields }
    let theirs = FieldSet(discount.from.compactMap(SalesRecord.table.column))
      .subtracting(twoWay(.toSales))
    return theirs.isEmpty
      ? twoWayFields : twoWayFields + [TwoWayField(bc: FieldSet([own]), sales: theirs)]
  }

  /// What Sales counts of a document of both sides, and gives what is taken off by; nil where it does not.
  public static var countedField: TwoWayField? {
    guard !twoWayFields.isEmpty, let discount = document?.invoiceDiscount, let rest = discount.rest
    else { return nil }
    // BC has no column of it: it never changes there.
    return TwoWayField(
      bc: FieldSet(),
      sales: FieldSet([discount.lines, rest].compactMap(SalesRecord.table.column)))
  }
}
