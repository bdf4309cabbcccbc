/// A condition on a record as data: pushed down to stores, and tested where setup replaced the
/// compiled one. Variables are already this run's values.
public struct RowCondition: Hashable, Sendable {
  /// The test of one field.
  public struct Clause: Hashable, Sendable {
    public let field: String
    public let test: ConditionTest

    public init(_ field: String, _ test: ConditionTest) {
      self.field = field
      self.test = test
    }
  }

  /// All must hold.
  public var clauses: [Clause]
  /// Of each list, one must hold.
  public var any: [[RowCondition]]

  public init(_ clauses: [Clause] = [], any: [[RowCondition]] = []) {
    self.clauses = clauses
    self.any = any
  }

  public static let none = RowCondition()

  public var isEmpty: Bool { clauses.isEmpty && any.isEmpty }

  /// The fields that it names, in order.
  public var fields: [String] {
    clauses.map(\.field) + any.flatMap { $0.flatMap(\.fields) }
  }

  /// Whether a record passes. A field that the record does not hold reads as empty.
  ///
  /// Codes, and every text on the Sales side, compare without case; BC text with case.
  public func holds(_ values: RecordValues, in table: RecordTable) -> Bool {
    clauses.allSatisfy { clause in
      guard let column = table.column(clause.field) else {
        return clause.test.matches(.empty, caseSensitive: false, other: { _ in .empty })
      }
      let isCode = if case .code = table.columns[column].type { true } else { false }
      return clause.test.matches(
        values[column], caseSensitive: table.side == .bc && !isCode,
        other: { name in table.column(name).map { values[$0] } ?? .empty })
    } && any.allSatisfy { list in list.contains { $0.holds(values, in: table) } }
  }
}
