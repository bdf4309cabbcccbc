import MapLanguage
import MapRuntime
import MapSource

/// Values of the BC field and those of the Sales field that stand for them, in one direction.
public struct EffectiveValueMap: Sendable {
  /// What the values without a partner do.
  public enum Otherwise: Sendable {
    case keep
    case refuse
    case value(Operand)
  }

  /// A source value and the target value that is written for it.
  public struct Pair: Sendable {
    public let source: Value
    public let target: Value
    public let span: Span

    public init(source: Value, target: Value, span: Span) {
      self.source = source
      self.target = target
      self.span = span
    }
  }

  /// A BC value and the Sales value that is written for it: the first of its list.
  public let toSales: [Pair]
  /// Every Sales value that is read, and the BC value that it means.
  public let toBC: [Pair]
  public let otherwise: Otherwise?
  public let span: Span

  public func pairs(_ direction: Direction) -> [Pair] {
    direction == .toSales ? toSales : toBC
  }
}
