import MapRuntime

/// The number of an intent.
public typealias IntentID = Int64

/// What is about to be written, recorded before it is: after a crash, asking for these ids says
/// what has happened (B6).
public struct Intent: Hashable, Sendable {
  /// A source record and the target that it is written to.
  public struct Write: Hashable, Sendable {
    public let source: Guid
    public let target: Guid
    /// False for an existing target.
    public let isNew: Bool

    public init(source: Guid, target: Guid, isNew: Bool) {
      self.source = source
      self.target = target
      self.isNew = isNew
    }
  }

  public var id: IntentID
  public let mapping: String
  public let direction: Direction
  public let writes: [Write]

  public init(id: IntentID = 0, mapping: String, direction: Direction, writes: [Write]) {
    self.id = id
    self.mapping = mapping
    self.direction = direction
    self.writes = writes
  }
}
