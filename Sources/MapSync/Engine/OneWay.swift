import MapRuntime

/// A compiled mapping seen from one direction, so that the engine is written once.
package protocol OneWay<Mapping>: Sendable {
  associatedtype Mapping: CompiledMapping
  associatedtype Source: TableRecord
  associatedtype Target: TableRecord
  associatedtype Related: RelatedRecords

  static var direction: Direction { get }
  static func references(of source: Source, to keys: inout [ReferenceKey])
  /// What the way back refers to.
  static func references(back target: Target, to keys: inout [ReferenceKey])
  static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool
  /// Whether the other direction would take a target in.
  static func accepts(target: Target, _ run: borrowing RunValues) -> Bool
  static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target
}

/// From BC to Sales.
package enum ToSales<Mapping: CompiledMapping>: OneWay {
  package typealias Source = Mapping.BCRecord
  package typealias Target = Mapping.SalesRecord
  package typealias Related = Mapping.ToSalesRelated

  package static var direction: Direction { .toSales }

  package static func references(of source: Source, to keys: inout [ReferenceKey]) {
    Mapping.references(of: source, to: &keys)
  }

  package static func references(back target: Target, to keys: inout [ReferenceKey]) {
    Mapping.references(of: target, to: &keys)
  }

  package static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(source, run)
  }

  package static func accepts(target: Target, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(target, run)
  }

  package static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target {
    try Mapping.convert(source, onto: target, row)
  }
}

/// From Sales to BC.
package enum ToBC<Mapping: CompiledMapping>: OneWay {
  package typealias Source = Mapping.SalesRecord
  package typealias Target = Mapping.BCRecord
  package typealias Related = Mapping.ToBCRelated

  package static var direction: Direction { .toBC }

  package static func references(of source: Source, to keys: inout [ReferenceKey]) {
    Mapping.references(of: source, to: &keys)
  }

  package static func references(back target: Target, to keys: inout [ReferenceKey]) {
    Mapping.references(of: target, to: &keys)
  }

  package static func accepts(_ source: Source, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(source, run)
  }

  package static func accepts(target: Target, _ run: borrowing RunValues) -> Bool {
    Mapping.accepts(target, run)
  }

  package static func convert(
    _ source: Source, onto target: Target, _ row: borrowing ConversionRow<Related>
  ) throws(RecordRefusal) -> Target {
    try Mapping.convert(source, onto: target, row)
  }
}
