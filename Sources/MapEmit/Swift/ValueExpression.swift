import MapRuntime

/// An expression for a value, and what is known of it.
struct ValueExpression {
  let code: SwiftCode
  let type: FieldType
  /// Whether it is an optional: nil is empty.
  let isOptional: Bool
  /// Whether a text that is no optional may be ''.
  let mayBeBlank: Bool

  var kind: SwiftKind { SwiftKind(type) }

  /// The value with emptiness as nil; nil where it can never be empty.
  var filled: SwiftCode? {
    if kind == .text, isOptional || mayBeBlank { return "Filled.text(\(code))" }
    return isOptional ? code : nil
  }
}
