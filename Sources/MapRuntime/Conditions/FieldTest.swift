/// What a condition asks of one field (docs/language.md#conditions): of values, or of operands that
/// a run makes values.
public indirect enum FieldTest<Wanted: Hashable & Sendable>: Hashable, Sendable {
  case equals(Wanted)
  case anyOf([FieldTest])
  case empty
  case notEmpty
  case not(FieldTest)
  case above(Wanted)
  case below(Wanted)
  case atLeast(Wanted)
  case atMost(Wanted)
  /// Both ends included.
  case between(Wanted, Wanted)
  case like(Wildcard)
  /// A lookup to this table.
  case isA(table: String)
  /// Equal to another field of the record.
  case field(String)
}

/// A test in which everything is known.
public typealias ConditionTest = FieldTest<Value>

extension FieldTest {
  /// The same test of other values.
  public func map<Other>(_ value: (Wanted) -> Other) -> FieldTest<Other> {
    switch self {
    case .equals(let wanted): .equals(value(wanted))
    case .anyOf(let tests): .anyOf(tests.map { $0.map(value) })
    case .empty: .empty
    case .notEmpty: .notEmpty
    case .not(let test): .not(test.map(value))
    case .above(let bound): .above(value(bound))
    case .below(let bound): .below(value(bound))
    case .atLeast(let bound): .atLeast(value(bound))
    case .atMost(let bound): .atMost(value(bound))
    case .between(let lower, let upper): .between(value(lower), value(upper))
    case .like(let wildcard): .like(wildcard)
    case .isA(let table): .isA(table: table)
    case .field(let name): .field(name)
    }
  }
}
