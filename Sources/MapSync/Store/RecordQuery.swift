import MapRuntime

/// Which records of a table are meant.
public struct RecordQuery: Hashable, Sendable {
  /// The companies whose records are meant; Sales tables with that role only (R M-2, M-4).
  public struct Company: Hashable, Sendable {
    public let id: Guid
    /// Also records without a company.
    public let acceptsNone: Bool

    public init(_ id: Guid, acceptsNone: Bool) {
      self.id = id
      self.acceptsNone = acceptsNone
    }
  }

  public var condition: RowCondition
  public var company: Company?
  /// Leaves out what the integration itself changed last.
  public var leavesOutOurs: Bool

  public init(
    _ condition: RowCondition = .none, company: Company? = nil, leavesOutOurs: Bool = false
  ) {
    self.condition = condition
    self.company = company
    self.leavesOutOurs = leavesOutOurs
  }

  /// Every record.
  public static let all = RecordQuery()
}
