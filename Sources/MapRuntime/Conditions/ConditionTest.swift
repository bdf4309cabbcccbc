/// What a condition asks of one field (docs/language.md#conditions).
public indirect enum ConditionTest: Hashable, Sendable {
  case equals(Value)
  case anyOf([ConditionTest])
  case empty
  case notEmpty
  case not(ConditionTest)
  case above(Value)
  case below(Value)
  case atLeast(Value)
  case atMost(Value)
  /// Both ends included.
  case between(Value, Value)
  case like(Wildcard)
  /// A lookup to this table.
  case isA(table: String)
  /// Equal to another field of the record.
  case field(String)
}
