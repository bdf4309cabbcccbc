import MapRuntime

/// What an empty source does.
public enum EffectiveEmpty: Sendable {
  case clear
  case keep
  case refuse
  case useValue(Operand)
  /// Another field of the source's table.
  case useField(Int)
}
