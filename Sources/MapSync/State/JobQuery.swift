import MapRuntime

/// Which jobs are meant, newest first; what is nil does not limit.
public struct JobQuery: Hashable, Sendable {
  public var mapping: String?
  public var direction: Direction?
  public var kind: Job.Kind?
  public var id: JobID?
  public var limit: Int

  public init(
    mapping: String? = nil, direction: Direction? = nil, kind: Job.Kind? = nil, id: JobID? = nil,
    limit: Int = 50
  ) {
    self.mapping = mapping
    self.direction = direction
    self.kind = kind
    self.id = id
    self.limit = limit
  }
}
