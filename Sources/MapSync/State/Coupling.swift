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
  /// The BC record's key, for people and for resolving codes.
  public var bcKey: String
  /// The version of each side after our own last read or write; nil where the next run must look.
  public var bcVersion: Int64?
  public var salesVersion: Int64?
  public var bcModified: DateTimeValue?
  public var salesModified: DateTimeValue?
  public var toSales: LastResult
  public var toBC: LastResult
  /// Left out until a person retries it (R D-36 to D-38).
  public var isSkipped: Bool

  public init(
    bcID: Guid, salesID: Guid, bcKey: String, bcVersion: Int64? = nil, salesVersion: Int64? = nil,
    bcModified: DateTimeValue? = nil, salesModified: DateTimeValue? = nil,
    toSales: LastResult = .none, toBC: LastResult = .none, isSkipped: Bool = false
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
  }

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
