import MapLanguage
import MapRuntime
import MapSource

/// A field map in one feature combination: names resolved, answers and defaults filled in.
public struct EffectiveFieldMap: Sendable {
  /// As its author wrote it.
  public let origin: FieldMap
  /// Its place among the mapping's field maps.
  public let place: Int
  public let directions: [Direction]
  /// Places of its fields in their tables.
  public let bc: Int?
  public let sales: Int?
  /// What stands in place of the source's field; nil where a field is copied.
  public let source: EffectiveSource?
  /// The mappings of `through`; empty where no reference is translated.
  public let routes: [Route]
  /// Lookups that are followed first: the table that the lookup names, and its field.
  public let follow: [(table: Int, field: Int)]
  public let values: EffectiveValueMap?
  public let toSales: [Transform]
  public let toBC: [Transform]
  public let empty: EffectiveEmpty
  public let uncoupled: Uncoupled
  /// Whether an author said `uncoupled`, here or in defaults.
  public let saysUncoupled: Bool
  /// The answer to a text that is too long, in each direction; a default `cut` covers no code,
  /// reference or match key.
  public let tooLong: [Direction: TooLong]
  public let tooPrecise: TooPrecise?
  public let validates: Bool
  /// A related record and its field that must agree with the source.
  public let sameAs: (place: Int, field: Int)?

  public var span: Span { origin.span }
  public var onlyOn: OnlyOn? { origin.onlyOn?.value }
  public var isTwoWay: Bool { directions.count == 2 }

  public func includes(_ direction: Direction) -> Bool { directions.contains(direction) }

  /// The place of its field on one side.
  public func field(_ side: Side) -> Int? { side == .bc ? bc : sales }

  public func name(_ side: Side) -> Located<String>? { side == .bc ? origin.bc : origin.sales }

  public func transforms(_ direction: Direction) -> [Transform] {
    direction == .toSales ? toSales : toBC
  }

  /// The source in a direction: what the author put there, else the other side's field.
  public func source(_ direction: Direction) -> EffectiveSource? {
    source ?? field(direction.source).map(EffectiveSource.field)
  }
}
