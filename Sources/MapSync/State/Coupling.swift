import MapRuntime

/// The stored link between one BC record and one Sales record (F1; R D-1, D-2).
public struct Coupling: Hashable, Sendable {
  /// What a run in one direction came to last.
  public enum LastResult: Int, Hashable, Sendable {
    case none
    case success
    case failure
  }

  public var bcID: Guid
  /// An option's number is an id too (`Guid(option:)`).
  public var salesID: Guid
  /// The key that the BC record had when it was last looked at, for people: references go by ids.
  public var bcKey: String
  /// The version of each side after our own last read or write; nil where the next run must look.
  public var bcVersion: Int64?
  public var salesVersion: Int64?
  public var bcModified: DateTimeValue?
  public var salesModified: DateTimeValue?
  public var toSales: LastResult
  public var toBC: LastResult
  /// How the two-way fields stood on either side when the two agreed last; nil where they never did,
  /// or where only a program did it that kept nothing of it.
  public var agreed: AgreedFields?
  /// What its mapping did when it wrote it last, or found it equal.
  public var effects: CouplingEffects
  /// Left out until a person retries it (R D-36 to D-38).
  public var isSkipped: Bool
  /// Which state of the stored coupling this was read from: what is stored over it must have been
  /// made of it. Nil for one that is not stored yet.
  public var revision: Int64? { read.revision }
  private let read: CouplingRead

  public init(
    bcID: Guid, salesID: Guid, bcKey: String, bcVersion: Int64? = nil, salesVersion: Int64? = nil,
    bcModified: DateTimeValue? = nil, salesModified: DateTimeValue? = nil,
    toSales: LastResult = .none, toBC: LastResult = .none, isSkipped: Bool = false,
    agreed: AgreedFields? = nil, effects: CouplingEffects = CouplingEffects(),
    revision: Int64? = nil
  ) {
    self.bcID = bcID
    self.salesID = salesID
    self.bcKey = bcKey
    self.bcVersion = bcVersion
    self.salesVersion = salesVersion
    self.bcModified = bcModified
    self.salesModified = salesModified
    self.toSales = toSales
    self.toBC = toBC
    self.isSkipped = isSkipped
    self.agreed = agreed
    self.effects = effects
    read = CouplingRead(revision: revision)
  }

  /// Whether a run has ever seen both sides agree; not so for a pair that was just coupled.
  public var wasInStep: Bool { bcVersion != nil || salesVersion != nil }

  public func id(_ side: Side) -> Guid { side == .bc ? bcID : salesID }
  public func version(_ side: Side) -> Int64? { side == .bc ? bcVersion : salesVersion }

  /// Notes what a side is at, after our own read or write.
  public mutating func note(_ version: RecordVersion, _ side: Side) {
    switch side {
    case .bc:
      bcVersion = version.number
      bcModified = version.modified
    case .sales:
      salesVersion = version.number
      salesModified = version.modified
    }
  }

  /// Nothing is known of a side any more: the next run looks at it.
  public mutating func forget(_ side: Side) {
    switch side {
    case .bc: (bcVersion, bcModified) = (nil, nil)
    case .sales: (salesVersion, salesModified) = (nil, nil)
    }
  }

  public subscript(_ direction: Direction) -> LastResult {
    get { direction == .toSales ? toSales : toBC }
    set {
      switch direction {
      case .toSales: toSales = newValue
      case .toBC: toBC = newValue
      }
    }
  }
}

/// From which state of the stored coupling one was read. Couplings that say the same are equal,
/// wherever they were read.
private struct CouplingRead: Hashable, Sendable {
  let revision: Int64?

  static func == (left: CouplingRead, right: CouplingRead) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
