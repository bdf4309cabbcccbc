import MapRuntime

/// Which entries are meant; what is nil or empty does not limit.
public struct EntryQuery: Hashable, Sendable {
  public var mapping: String?
  public var direction: Direction?
  public var kinds: [Entry.Kind]
  /// Records of this side, by id.
  public var side: Side?
  public var ids: [Guid]
  public var job: JobID?
  public var limit: Int

  public init(
    mapping: String? = nil, direction: Direction? = nil, kinds: [Entry.Kind] = [],
    side: Side? = nil, ids: [Guid] = [], job: JobID? = nil, limit: Int = 1000
  ) {
    self.mapping = mapping
    self.direction = direction
    self.kinds = kinds
    self.side = side
    self.ids = ids
    self.job = job
    self.limit = limit
  }
}
