import MapRuntime

/// One thing that happened to a record, for `why` (B7).
public struct HistoryEvent: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable {
    case created
    case updated
    case coupled
    case uncoupled
    case deleted
    case failed
    case held
    case skipped
    case released
    case retried
    /// A value was cut on its way, as the mapping says.
    case cut
    /// A note on it travelled (R F-20).
    case noted
    /// What happened to it was told in Sales (R F-14).
    case told
    /// A document that was told to be released is open again (R F-14).
    case reopened
    /// More was paid of an invoice, which stays in its state (R H-16).
    case paid
  }

  public var at: DateTimeValue
  public var kind: Kind
  public var mapping: String
  public var direction: Direction?
  public var bcID: Guid?
  public var salesID: Guid?
  public var job: JobID?
  public var message: String
  public var rule: String?

  public init(
    at: DateTimeValue, kind: Kind, mapping: String, direction: Direction? = nil,
    bcID: Guid? = nil, salesID: Guid? = nil, job: JobID? = nil, message: String,
    rule: String? = nil
  ) {
    self.at = at
    self.kind = kind
    self.mapping = mapping
    self.direction = direction
    self.bcID = bcID
    self.salesID = salesID
    self.job = job
    self.message = message
    self.rule = rule
  }
}

extension HistoryEvent {
  /// Said of a record that went with its partner, as its mapping says (`delete: delete-partner`).
  static let changedBeforeDeletion = "somebody had changed it since the two agreed"
}
