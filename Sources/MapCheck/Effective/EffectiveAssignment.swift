import MapRuntime
import MapSource

/// A field and the value that it gets.
public struct EffectiveAssignment: Sendable {
  public let field: Int
  public let operand: Operand
  public let span: Span
}
