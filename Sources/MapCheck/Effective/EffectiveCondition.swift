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

    /// The places of the fields that it looks at.
    public var fields: [Int] {
      if case .field(let other) = test { [field, other] } else { [field] }
    }
  }

  public var clauses: [Clause]
  /// Of each list, one must hold.
  public var any: [[EffectiveCondition]]

  public static let none = EffectiveCondition(clauses: [], any: [])
  public var isEmpty: Bool { clauses.isEmpty && any.isEmpty }

  /// Whether both ask for one value of one field, and not for the same.
  func asksForOther(than other: EffectiveCondition) -> Bool {
    for clause in clauses {
      guard case .equals(.value(let value)) = clause.test else { continue }
      for same in other.clauses where same.field == clause.field {
        guard case .equals(.value(let wanted)) = same.test else { break }
        if !ConditionTest.isSame(value, wanted, caseSensitive: false) { return true }
        break
      }
    }
    return false
  }
}
