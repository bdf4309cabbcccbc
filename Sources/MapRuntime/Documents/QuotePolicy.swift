/// A step that takes in a new version of a quote (F24, R G-4). To archive is to copy: the quote
/// stays as it is.
public enum VersionStep: String, Sendable, CaseIterable {
  case archive
  case replace
  case new
}

/// A step that answers a won quote (F25, R G-5 to G-9).
public enum WonStep: String, Sendable, CaseIterable {
  case createOrder = "create-order"
  case archive
  case release
}

/// What becomes of a won quote that has no order in Sales (R G-7).
public enum MissingOrder: String, Sendable, CaseIterable {
  case ignore
  case refuse
}

extension DocumentPolicy {
  /// How a new version of a quote is taken in (F24, R G-4).
  public struct Versions: Hashable, Sendable {
    /// The Sales field that all versions share.
    public var same: String
    /// The Sales field that counts them.
    public var number: String
    /// The state of a version in whose place another has come.
    public var earlier: DocumentState
    public var then: [VersionStep]

    public init(same: String, number: String, earlier: DocumentState, then: [VersionStep]) {
      self.same = same
      self.number = number
      self.earlier = earlier
      self.then = then
    }
  }

  /// What a won quote does (F25, R G-5 to G-9).
  public struct Won: Hashable, Sendable {
    /// The Sales order that a quote became.
    public struct Order: Hashable, Sendable {
      /// The Sales table; the mapping that takes in its documents says which states are submitted.
      public var table: String
      /// Its lookup to the quote.
      public var by: String

      public init(table: String, by: String) {
        self.table = table
        self.by = by
      }
    }

    public var state: DocumentState
    public var order: Order
    public var submitted: [WonStep]
    public var notSubmitted: [WonStep]
    public var missing: MissingOrder

    public init(
      state: DocumentState, order: Order, submitted: [WonStep] = [], notSubmitted: [WonStep] = [],
      missing: MissingOrder
    ) {
      self.state = state
      self.order = order
      self.submitted = submitted
      self.notSubmitted = notSubmitted
      self.missing = missing
    }
  }
}
