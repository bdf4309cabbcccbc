import MapRuntime

/// What a condition lets through, one field at a time.
extension EffectiveCondition {
  /// Whether a record with this value in the field may pass; values that only a run knows may.
  func mayHold(_ value: Value, in field: Int, caseSensitive: Bool) -> Bool {
    for clause in clauses where clause.field == field {
      if clause.test.passes(value, caseSensitive: caseSensitive) == false { return false }
    }
    return any.allSatisfy { list in
      list.contains { $0.mayHold(value, in: field, caseSensitive: caseSensitive) }
    }
  }

  /// The only values that pass, where the condition lists them for the field.
  func onlyValues(in field: Int) -> [Value]? {
    for clause in clauses where clause.field == field {
      if let values = clause.test.values { return values }
    }
    return nil
  }
}

extension EffectiveTest {
  /// Whether the value passes; nil where that is known only in a run.
  func passes(_ value: Value, caseSensitive: Bool) -> Bool? {
    switch self {
    case .empty: return value.isEmpty
    case .notEmpty: return !value.isEmpty
    case .not(let test): return test.passes(value, caseSensitive: caseSensitive).map { !$0 }
    case .anyOf(let tests):
      var isKnown = true
      for test in tests {
        switch test.passes(value, caseSensitive: caseSensitive) {
        case true?: return true
        case nil: isKnown = false
        case false?: break
        }
      }
      return isKnown ? false : nil
    default:
      return known?.matches(value, caseSensitive: caseSensitive) { _ in .empty }
    }
  }

  /// The runtime's test of the same, where all its values are known.
  private var known: ConditionTest? {
    switch self {
    case .equals(.value(let value)): .equals(value)
    case .above(.value(let value)): .above(value)
    case .below(.value(let value)): .below(value)
    case .atLeast(.value(let value)): .atLeast(value)
    case .atMost(.value(let value)): .atMost(value)
    case .between(.value(let low), .value(let high)): .between(low, high)
    case .like(let pattern): .like(Wildcard(pattern))
    case .isA: nil
    default: nil
    }
  }

  /// The values that it lists, if it lists values.
  fileprivate var values: [Value]? {
    switch self {
    case .equals(.value(let value)): return [value]
    case .anyOf(let tests):
      var all: [Value] = []
      for test in tests {
        guard let values = test.values else { return nil }
        all += values
      }
      return all
    case .empty: return [.empty]
    default: return nil
    }
  }
}
