import MapRuntime
import MapSource

/// Where a value comes from.
public indirect enum FieldSource: Sendable {
  case field(Located<String>)
  case constant(Located<Literal>)
  case text(TextTemplate)
  case generate(KeyPattern)
  case compute(Computation)
  /// A field of a related record.
  case related(name: Located<String>, field: Located<String>)
  /// The first that is not empty.
  case first([FieldSource], Span)
}

extension FieldSource {
  /// A function of the host, with the fields that it sees.
  public struct Computation: Sendable {
    public let name: Located<String>
    public let bc: [Located<String>]
    public let sales: [Located<String>]
    /// Fields of whichever side is the source, where the list names no side.
    public let source: [Located<String>]
  }
}
