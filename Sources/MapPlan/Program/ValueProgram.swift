import MapCheck
import MapLanguage
import MapRuntime

/// How a value is made.
public indirect enum ValueProgram: Sendable {
  /// A field of the source, by place.
  case field(Int, FieldType)
  case operand(Operand)
  case text([EffectiveSource.Part])
  case generate(KeyPattern)
  case compute(name: String, arguments: [EffectiveSource.Argument])
  /// A field of a related record.
  case related(place: Int, field: Int, FieldType)
  /// An id as a lookup to a table's record.
  case lookup(ValueProgram, table: String)
  case first([ValueProgram])
  /// A translated reference, by its slot.
  case reference(Int)
  case transformed(ValueProgram, Transform)
  case mapped(ValueProgram, pairs: [EffectiveValueMap.Pair], otherwise: MapOtherwise)

  /// Where the value comes from, before transforms and value maps.
  public var base: ValueProgram {
    switch self {
    case .transformed(let inner, _), .mapped(let inner, _, _): inner.base
    default: self
    }
  }

  /// What a value without a partner in the value map does.
  public enum MapOtherwise: Sendable {
    /// The same option number, or the same text.
    case same
    case keep
    case refuse
    case value(Operand)
  }
}
