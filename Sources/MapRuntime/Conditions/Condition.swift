/// A condition on a record as data: of values, or of operands that a run makes values.
public struct Condition<Wanted: Hashable & Sendable>: Hashable, Sendable {
  /// The test of one field.
  public struct Clause: Hashable, Sendable {
    public let field: String
    public let test: FieldTest<Wanted>
    /// Where its author wrote it; nil where nobody did. It is no part of what is asked.
    public let line: Int?

    public init(_ field: String, _ test: FieldTest<Wanted>, line: Int? = nil) {
      self.field = field
      self.test = test
      self.line = line
    }

    public static func == (left: Clause, right: Clause) -> Bool {
      left.field == right.field && left.test == right.test
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(field)
      hasher.combine(test)
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
    clauses.allSatisfy { $0.holds(values, in: table) }
      && any.allSatisfy { list in list.contains { $0.holds(values, in: table) } }
  }

  /// The clauses for which a record does not pass: the first that fails, or where none of a list holds
  /// the first of each; nothing where it passes.
  public func failing(_ values: RecordValues, in table: RecordTable) -> [Clause] {
    if let clause = clauses.first(where: { !$0.holds(values, in: table) }) { return [clause] }
    let list = any.first { list in !list.contains { $0.holds(values, in: table) } }
    return list?.flatMap { $0.failing(values, in: table) } ?? []
  }
}

extension RowCondition.Clause {
  func holds(_ values: RecordValues, in table: RecordTable) -> Bool {
    guard let column = table.column(field) else {
      return test.matches(.empty, caseSensitive: false, other: { _ in .empty })
    }
    let isCode = if case .code = table.columns[column].type { true } else { false }
    return test.matches(
      values[column], caseSensitive: table.side == .bc && !isCode,
      other: { name in table.column(name).map { values[$0] } ?? .empty })
  }
}

extension Condition where Wanted == Operand {
  /// The condition in a run, on records of that table.
  public func known(of table: RecordTable, in run: RunValues) -> RowCondition {
    RowCondition(
      clauses.map { clause in
        let type = table.column(clause.field).map { table.columns[$0].type } ?? .date
        return .init(
          clause.field, clause.test.map { $0.value(as: type, on: table.side, in: run) },
          line: clause.line)
      },
      any: any.map { list in list.map { $0.known(of: table, in: run) } })
  }
}
