import MapRuntime

/// What is asked of one field, with typed values.
public indirect enum EffectiveTest: Hashable, Sendable {
  case equals(Operand)
  case anyOf([EffectiveTest])
  case empty
  case notEmpty
  case not(EffectiveTest)
  case above(Operand)
  case below(Operand)
  case atLeast(Operand)
  case atMost(Operand)
  case between(Operand, Operand)
  case like(String)
  case isA(String)
  /// Equal to another field of the same record, by its place.
  case field(Int)
}
