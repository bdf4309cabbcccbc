extension ConditionTest {
  /// Whether the value passes. Codes and every text on the Sales side are compared without case.
  /// An ordering with an empty value is false; `not` holds for an empty one. `other` gives the
  /// record's other fields by name.
  public func matches(
    _ value: Value, caseSensitive: Bool, other: (String) -> Value
  ) -> Bool {
    switch self {
    case .equals(let wanted):
      ConditionTest.isSame(value, wanted, caseSensitive: caseSensitive)
    case .anyOf(let tests):
      tests.contains { $0.matches(value, caseSensitive: caseSensitive, other: other) }
    case .empty: value.isEmpty
    case .notEmpty: !value.isEmpty
    case .not(let test): !test.matches(value, caseSensitive: caseSensitive, other: other)
    case .above(let bound): order(of: value, bound, caseSensitive) == .more
    case .below(let bound): order(of: value, bound, caseSensitive) == .less
    case .atLeast(let bound): isWithin(order(of: value, bound, caseSensitive), not: .less)
    case .atMost(let bound): isWithin(order(of: value, bound, caseSensitive), not: .more)
    case .between(let lower, let upper):
      isWithin(order(of: value, lower, caseSensitive), not: .less)
        && isWithin(order(of: value, upper, caseSensitive), not: .more)
    case .like(let wildcard): isLike(wildcard, value, caseSensitive)
    case .isA(let table):
      if case .lookup(let lookup) = value { lookup.table == table } else { false }
    case .field(let name):
      ConditionTest.isSame(value, other(name), caseSensitive: caseSensitive)
    }
  }

  /// Whether two values are equal to a condition; two empty ones are.
  public static func isSame(_ left: Value, _ right: Value, caseSensitive: Bool) -> Bool {
    if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty }
    if case .lookup = left { return left == right }
    return ValueOrder.of(left, right, caseSensitive: caseSensitive) == .same
  }

  private func order(of value: Value, _ bound: Value, _ caseSensitive: Bool) -> ValueOrder? {
    ValueOrder.of(value, bound, caseSensitive: caseSensitive)
  }

  private func isWithin(_ order: ValueOrder?, not excluded: ValueOrder) -> Bool {
    order.map { $0 != excluded } ?? false
  }

  /// An empty value is like '', which only `*` fits.
  private func isLike(_ wildcard: Wildcard, _ value: Value, _ caseSensitive: Bool) -> Bool {
    switch value {
    case .text(let text): wildcard.matches(text, caseSensitive: caseSensitive)
    case .empty: wildcard.matches("", caseSensitive: caseSensitive)
    default: false
    }
  }
}
