import MapRuntime

/// Why a record is not in step: it failed, waits for another, or rests (F6, F12).
public struct Entry: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable {
    case failed
    /// Waits for the coupling of another record; not failed.
    case held
    /// Was written; one reference of it follows once its record is coupled (`uncoupled: later`).
    case later
    /// Failed twice with the same message, and rests until a person retries it.
    case skipped
    /// Is looked at again: a crash cut off what follows its write, or somebody changed its partner
    /// or its coupling while it was being written.
    case interrupted

    /// Whether the record waits for something, and has not failed.
    public var waits: Bool {
      switch self {
      case .held, .later, .interrupted: true
      case .failed, .skipped: false
      }
    }

    /// Whether a failure says the same as what was noted in an earlier run, so that its record rests
    /// (R D-36). A record that fails twice within one run was tried twice, and has failed once.
    public func isRepeated(_ message: String, _ job: JobID?, by failure: Entry) -> Bool {
      switch self {
      case .skipped: true
      case .failed: message == failure.message && job != failure.job
      case .held, .later, .interrupted: false
      }
    }
  }

  /// The record that is waited for.
  public struct Missing: Hashable, Sendable {
    public let pair: TablePair
    /// The side on which it is known.
    public let side: Side
    /// Its BC key, or its Sales id as text.
    public let key: String
    /// The record itself, whatever its key is by the time it is coupled; nil for a key that was
    /// nobody's.
    public let id: Guid?

    public init(pair: TablePair, side: Side, key: String, id: Guid? = nil) {
      self.pair = pair
      self.side = side
      self.key = key
      self.id = id ?? (side == .sales ? Guid(parsing: key) : nil)
    }

    /// The key as people read it.
    public var shown: String { id?.option.map { "\($0)" } ?? RecordKey.shown(key) }
  }

  public var mapping: String
  public var direction: Direction
  public var kind: Kind
  /// The source record; its BC key or Sales name for people.
  public var sourceID: Guid
  public var sourceName: String
  /// The other side's record, where it is coupled.
  public var targetID: Guid?
  public var message: String
  /// The YAML file and line of the rule, where one is to blame (B7).
  public var rule: String?
  public var missing: Missing?
  /// What both sides changed, where that is the reason.
  public var conflict: RecordConflict?
  public var job: JobID?
  public var at: DateTimeValue

  public init(
    mapping: String, direction: Direction, kind: Kind, sourceID: Guid, sourceName: String,
    targetID: Guid? = nil, message: String, rule: String? = nil, missing: Missing? = nil,
    conflict: RecordConflict? = nil, job: JobID? = nil, at: DateTimeValue
  ) {
    self.mapping = mapping
    self.direction = direction
    self.kind = kind
    self.sourceID = sourceID
    self.sourceName = sourceName
    self.targetID = targetID
    self.message = message
    self.rule = rule
    self.missing = missing
    self.conflict = conflict
    self.job = job
    self.at = at
  }

  /// Whether the record waits for the same as it did before.
  func waits(as earlier: Entry) -> Bool {
    kind == .held && earlier.kind == .held && message == earlier.message
      && missing == earlier.missing
  }
}
