import MapRuntime

/// A value that is known now, or one that the run supplies.
public enum Operand: Hashable, Sendable {
  case value(Value)
  case variable(Variable)
}
