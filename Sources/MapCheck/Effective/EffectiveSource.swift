import MapLanguage
import MapRuntime

/// Where a value comes from, by the places of its fields.
public indirect enum EffectiveSource: Sendable {
  /// A piece of a text.
  public enum Part: Sendable {
    case text(String)
    case field(Int)
  }

  /// A field that a function of the host sees.
  public struct Argument: Hashable, Sendable {
    public let side: Side
    public let field: Int
  }

  /// A field of the source side's table.
  case field(Int)
  case constant(Operand)
  case text([Part])
  case generate(KeyPattern)
  case compute(name: String, arguments: [Argument])
  /// A field of a related record: its place in the mapping's list, and the field's in its table.
  case related(place: Int, field: Int)
  case first([EffectiveSource])
}
