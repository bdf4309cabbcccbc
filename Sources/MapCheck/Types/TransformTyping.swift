import MapRuntime

/// The types of values between the steps of a chain.
public enum TransformTyping {
  /// What a step makes of a type. A function of the host (`custom`) at the end makes the target's,
  /// any other keeps the one that it gets.
  public static func result(
    of step: Transform, isLast: Bool, from type: FieldType, to target: FieldType
  ) -> FieldType {
    if case .custom = step { return isLast ? target : type }
    return step.accepts(type) ?? type
  }
}
