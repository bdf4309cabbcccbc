import MapSource

/// The steps between a source and its target.
public struct TransformChain: Sendable {
  /// Steps where no direction was named, or towards Sales.
  public let toSales: [TransformCall]
  public let toBC: [TransformCall]
  /// True for `{ to-sales: …, to-bc: … }`: both ways are written out.
  public let isBothWays: Bool
  public let span: Span
}
