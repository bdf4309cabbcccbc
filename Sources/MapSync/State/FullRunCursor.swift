import MapRuntime

/// How far one direction of a mapping is in a full synchronization.
public struct FullRunCursor: Hashable, Sendable {
  public var run: RunID
  /// The last source id that was taken in; nil at the beginning.
  public var after: Guid?
  /// The store's mark when the direction began: scheduled runs go on from there.
  public var mark: ChangeMark
  public var isFinished: Bool

  public init(run: RunID, after: Guid? = nil, mark: ChangeMark, isFinished: Bool = false) {
    self.run = run
    self.after = after
    self.mark = mark
    self.isFinished = isFinished
  }
}
