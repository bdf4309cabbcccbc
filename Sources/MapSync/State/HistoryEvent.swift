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
  /// The key that the record of BC was coupled by, where its coupling ended: afterwards nothing else says
  /// which record it was.
  public var key: String?

  public init(
    at: DateTimeValue, kind: Kind, mapping: String, direction: Direction? = nil,
    bcID: Guid? = nil, salesID: Guid? = nil, job: JobID? = nil, message: String,
    rule: String? = nil, key: String? = nil
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
    self.key = key
  }
}

/// A record of which nothing but the history, or what jobs met, tells any more.
public struct RememberedRecord: Hashable, Sendable {
  public let mapping: String
  public let side: Side
  public let id: Guid
  /// The key of BC as couplings have it, or what the record was called when a job met it.
  public let name: String
  /// Whether that is a key.
  public let isKey: Bool

  public init(mapping: String, side: Side, id: Guid, name: String, isKey: Bool) {
    self.mapping = mapping
    self.side = side
    self.id = id
    self.name = name
    self.isKey = isKey
  }
}

extension HistoryEvent {
  /// Said of a record that went with its partner, as its mapping says (`delete: delete-partner`).
  static let changedBeforeDeletion = "somebody had changed it since the two agreed"
}
