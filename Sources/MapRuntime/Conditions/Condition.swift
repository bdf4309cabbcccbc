/// A condition on a record as data: of values, or of operands that a run makes values.
public struct Condition<Wanted: Hashable & Sendable>: Hashable, Sendable {
  /// The test of one field.
  public struct Clause: Hashable, Sendable {
    public let field: String
    public let test: FieldTest<Wanted>

    public init(_ field: String, _ test: FieldTest<Wanted>) {
      self.field = field
      self.test = test
    }
  }

  /// All must hold.
  public var clauses: [Clause]
  /// Of each list, one must hold.
  public var any: [[Condition]]

  public init(_ clauses: [Clause] = [], any: [[Condition]] = []) {
    self.clauses = clauses
    self.any = any
  }

  public static var none: Condition { Condition() }

  public var isEmpty: Bool { clauses.isEmpty && any.isEmpty }

  /// The fields that it names, in order.
  public var fields: [String] {
    clauses.map(\.field) + any.flatMap { $0.flatMap(\.fields) }
  }
}

/// A condition in which everything is known: pushed down to stores, and tested where setup replaced
/// the compiled one.
public typealias RowCondition = Condition<Value>

extension RowCondition {
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

extension Condition where Wanted == Operand {
  /// The condition in a run, on records of that table.
  public func known(of table: RecordTable, in run: RunValues) -> RowCondition {
    RowCondition(
      clauses.map { clause in
        let type = table.column(clause.field).map { table.columns[$0].type } ?? .date
        return .init(
          clause.field, clause.test.map { $0.value(as: type, on: table.side, in: run) })
      },
      any: any.map { list in list.map { $0.known(of: table, in: run) } })
  }
}
