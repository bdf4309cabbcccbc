import MapLanguage
import MapRuntime
import MapSource

/// A field map in one feature combination: names resolved, answers and defaults filled in.
///
/// An object, for so large a value is dear to copy and is handed to every check.
public final class EffectiveFieldMap: Sendable {
  /// The mapping's field maps as their author wrote them; shared, not copied.
  private let written: [FieldMap]
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
  /// Whether an author answered for a number that its target does not hold.
  public let tooLarge: TooLarge?
  public let validates: Bool
  /// Related records and their fields, of which the first that is filled must agree with the source.
  public let sameAs: [(place: Int, field: Int)]

  init(
    written: [FieldMap],
    place: Int,
    directions: [Direction],
    bc: Int?,
    sales: Int?,
    source: EffectiveSource?,
    routes: [Route],
    follow: [(table: Int, field: Int)],
    values: EffectiveValueMap?,
    toSales: [Transform],
    toBC: [Transform],
    empty: EffectiveEmpty,
    uncoupled: Uncoupled,
    saysUncoupled: Bool,
    tooLong: [Direction: TooLong],
    tooPrecise: TooPrecise?,
    tooLarge: TooLarge?,
    validates: Bool,
    sameAs: [(place: Int, field: Int)]
  ) {
    self.written = written
    self.place = place
    self.directions = directions
    self.bc = bc
    self.sales = sales
    self.source = source
    self.routes = routes
    self.follow = follow
    self.values = values
    self.toSales = toSales
    self.toBC = toBC
    self.empty = empty
    self.uncoupled = uncoupled
    self.saysUncoupled = saysUncoupled
    self.tooLong = tooLong
    self.tooPrecise = tooPrecise
    self.tooLarge = tooLarge
    self.validates = validates
    self.sameAs = sameAs
  }

  /// As its author wrote it.
  public var origin: FieldMap { written[place] }
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
