import MapRuntime

/// A compiled mapping seen from one direction, so that the engine is written once.
protocol OneWay<Mapping>: Sendable {
  associatedtype Mapping: CompiledMapping
  associatedtype Source: TableRecord
  associatedtype Target: TableRecord
  associatedtype Related: RelatedRecords

  static var direction: Direction { get }
  static func references(of source: Source, to keys: inout [ReferenceKey])
  static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool
  static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target
}

/// From BC to Sales.
enum ToSales<Mapping: CompiledMapping>: OneWay {
  typealias Source = Mapping.BCRecord
  typealias Target = Mapping.SalesRecord
  typealias Related = Mapping.ToSalesRelated

  static var direction: Direction { .toSales }

  static func references(of source: Source, to keys: inout [ReferenceKey]) {
    Mapping.references(of: source, to: &keys)
  }

  static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(source, run)
  }

  static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target {
    try Mapping.convert(source, onto: target, row)
  }
}

/// From Sales to BC.
enum ToBC<Mapping: CompiledMapping>: OneWay {
  typealias Source = Mapping.SalesRecord
  typealias Target = Mapping.BCRecord
  typealias Related = Mapping.ToBCRelated

  static var direction: Direction { .toBC }

  static func references(of source: Source, to keys: inout [ReferenceKey]) {
    Mapping.references(of: source, to: &keys)
  }

  static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(source, run)
  }

  static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target {
    try Mapping.convert(source, onto: target, row)
  }
}
