import MapRuntime
import MapSource

/// A condition whose fields and values are known.
public struct EffectiveCondition: Sendable {
  /// The test of one field.
  public struct Clause: Sendable {
    /// The field's place in its table.
    public let field: Int
    public let test: EffectiveTest
    public let span: Span
  }

  public var clauses: [Clause]
  /// Of each list, one must hold.
  public var any: [[EffectiveCondition]]

  public static let none = EffectiveCondition(clauses: [], any: [])
  public var isEmpty: Bool { clauses.isEmpty && any.isEmpty }
}
