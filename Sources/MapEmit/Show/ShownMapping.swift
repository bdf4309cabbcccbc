/// A mapping as compiled, in words, under one feature set: what `mapc show` prints.
public struct ShownMapping: Sendable, Encodable {
  /// A mapping that this one needs, or goes on without.
  public struct Need: Sendable, Encodable {
    public let mapping: String
    /// `declared`, `through` or `parent`.
    public let reason: String
    /// Whether records go on without it.
    public let soft: Bool
    public let fields: [String]
    public let places: [GraphPlace]
  }

  public let version = 1
  public let mapping: String
  public let description: String?
  /// The features that are on, one of each choice.
  public let features: [String]
  public let place: GraphPlace
  public let bc: String
  public let sales: String
  public let direction: String
  /// Filters, matching and the like, as their author wrote them.
  public let rules: [Answer]
  public let answers: [Answer]
  /// The longest way from a mapping without prerequisites.
  public let wave: Int
  public let prerequisites: [Need]
  /// In the order in which they are applied; disabled ones among them.
  public let fields: [ShownFieldMap]
  public let tests: [String]

  /// As JSON on one line, keys sorted (README.md#commands).
  public var json: String { graphJSON + "\n" }

  private enum CodingKeys: CodingKey {
    case version, mapping, description, features, place, bc, sales, direction, rules, answers
    case wave, prerequisites, fields, tests
  }
}
