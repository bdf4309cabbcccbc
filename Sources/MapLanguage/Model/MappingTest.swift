import MapRuntime
import MapSource

/// A test in a mapping's file.
public struct MappingTest: Sendable {
  /// A coupling that the test takes for granted.
  public struct Coupled: Sendable {
    public let mapping: Located<String>
    /// The BC record's business key, its fields in order.
    public let bc: [Located<String>]
    public let sales: Located<String>
  }

  public internal(set) var name: Located<String>
  public var direction: Located<Direction>?
  public var features: [Located<String>] = []
  public var settings: [Assignment] = []
  public var now: Located<String>?
  public var functions: [Assignment] = []
  public var coupled: [Coupled] = []
  public var related: [(name: Located<String>, fields: [Assignment])] = []
  public var before: [Assignment]?
  public var bc: [Assignment]?
  public var sales: [Assignment]?
  public var fails: Located<String>?
  public let span: Span
}
