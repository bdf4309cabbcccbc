import MapRuntime

/// The number of an intent.
public typealias IntentID = Int64

/// What is about to be written, recorded before it is (B6). It holds all that the record of the page
/// would have noted, so that settling it after a crash ends as the page would have.
public struct Intent: Hashable, Sendable {
  /// A source record and the target that it is written to.
  public struct Write: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
      /// A target that is there already, of a coupled record.
      case update
      case creation
      /// A target that is there already, and was found by a match in this run: the coupling is new.
      case matched
      /// A document that is there already, and is filled anew from another source than the one that it
      /// is coupled with.
      case replacement
    }

    public let kind: Kind
    public let source: Guid
    public let target: Guid
    /// The version of the source that was converted; nil where an older program did not say.
    public let sourceRead: VersionRead?
    /// The version of the target that was compared; nil for a new one.
    public let targetRead: VersionRead?
    /// What a person changed in the target before is still to be taken back (R D-30).
    public let keepsTarget: Bool
    /// A part of the source is in conflict and not written: it goes on having changed.
    public let keepsSource: Bool
    /// What both sides have agreed on with the write; nil where that is not known.
    public let agreed: AgreedFields?
    /// What the mapping does that writes it; nil where an older program did not say.
    public let effects: CouplingEffects?
    /// The names of the fields that are written, for the history; '' for a new target.
    public let fields: String

    public init(
      _ kind: Kind, source: Guid, target: Guid, sourceRead: VersionRead?,
      targetRead: VersionRead? = nil, keepsTarget: Bool = false, keepsSource: Bool = false,
      agreed: AgreedFields? = nil, effects: CouplingEffects? = nil, fields: String = ""
    ) {
      self.kind = kind
      self.source = source
      self.target = target
      self.sourceRead = sourceRead
      self.targetRead = targetRead
      self.keepsTarget = keepsTarget
      self.keepsSource = keepsSource
      self.agreed = agreed
      self.effects = effects
      self.fields = fields
    }

    /// What is left of a write once a file was put back. No version tells any more whether a target
    /// that was there was written, so that it is decided from what is there; a new one stays its
    /// source's, and the two were never in step (R D-4).
    public var withoutVersions: Write? {
      guard kind == .creation else { return nil }
      return Write(
        .creation, source: source, target: target, sourceRead: nil, keepsTarget: true,
        keepsSource: true, effects: effects)
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

/// A version of a record as it was read before a write.
public struct VersionRead: Hashable, Sendable {
  public let number: Int64
  public let modified: DateTimeValue
  /// The version that the integration wrote last, where the store can tell.
  public let lastOwn: Int64?

  public init(number: Int64, modified: DateTimeValue, lastOwn: Int64? = nil) {
    self.number = number
    self.modified = modified
    self.lastOwn = lastOwn
  }

  public init(_ version: RecordVersion) {
    self.init(number: version.number, modified: version.modified, lastOwn: version.lastOwn)
  }
}

extension Intent.Write {
  /// Whether a write of an existing target has happened, as the version that is found says.
  ///
  /// A store that knows the integration's last version is exact. From another one only what the
  /// integration wrote last is certain: a later edit hides the write, and then both sides count as
  /// changed, so that nothing is written over.
  func hasHappened(_ found: RecordVersion) -> Bool {
    guard found.number != targetRead?.number else { return false }
    guard let own = found.lastOwn, let read = targetRead else { return found.isOurs }
    return own != 0 && own != read.lastOwn
  }
}
