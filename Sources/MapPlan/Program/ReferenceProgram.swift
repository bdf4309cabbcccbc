import MapCheck
import MapRuntime

/// A reference that is translated through couplings.
public struct ReferenceProgram: Sendable {
  /// A mapping that may answer.
  public struct Route: Sendable {
    public let mapping: String
    public let bcTable: String
    public let salesTable: String
    /// The option through which an option mapping answers.
    public let isOption: Bool
    /// The value of the picking field that means this route.
    public let pick: OptionValue?
    /// The BC fields that make the record's key, in order: places in the mapping's BC table.
    public let key: [Int]

    /// The BC fields that name the record of which this one is a part, as an item's unit is one of
    /// its item; empty where it stands for itself.
    public var owner: [Int] { key.dropLast() }
  }

  /// A table whose records lead on.
  public struct Followed: Sendable {
    /// The table's place and its field's.
    public let table: Int
    public let field: Int
    public let names: FollowedTable
  }

  /// The field map's place.
  public let rule: Int
  public let routes: [Route]
  /// The BC field that picks among the routes.
  public let pickedBy: Int?
  /// The field that refers, on the source side.
  public let source: Int
  /// The field that refers where that one is empty.
  public let fallback: Int?
  public let uncoupled: Uncoupled
  /// An empty reference stands for BC's local currency (R B-19).
  public let emptyMeansLocalCurrency: Bool
  /// Tables from which a Sales lookup is followed one step before it is resolved (R E-9).
  public let follow: [Followed]

  /// Whether what a line is decides which mapping answers, as with a product and its unit: a line
  /// without a product has none.
  public var namesProduct: Bool {
    pickedBy != nil && routes.allSatisfy { $0.pick != nil }
  }
}
