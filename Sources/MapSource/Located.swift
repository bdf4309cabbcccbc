/// A value with the place where its author wrote it.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let span: Span

  public init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }

  public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span)
  }
}
