import MapRuntime

/// Which entries are meant; what is nil or empty does not limit.
public struct EntryQuery: Hashable, Sendable {
  public var mapping: String?
  /// Only those of these mappings, by name: what is noted of a mapping that was switched off is nobody's
  /// business. Nil for all.
  public var among: [String]?
  public var direction: Direction?
  public var kinds: [Entry.Kind]
  /// Records of this side, by id.
  public var side: Side?
  public var ids: [Guid]
  /// What this job met, whatever came later; nil for how records stand now.
  public var job: JobID?
  public var limit: Int

  public init(
    mapping: String? = nil, among: [String]? = nil, direction: Direction? = nil,
    kinds: [Entry.Kind] = [], side: Side? = nil, ids: [Guid] = [], job: JobID? = nil,
    limit: Int = 1000
  ) {
    self.mapping = mapping
    self.among = among
    self.direction = direction
    self.kinds = kinds
    self.side = side
    self.ids = ids
    self.job = job
    self.limit = limit
  }
}
