import MapRuntime

/// A step as its author writes it (docs/language.md#transforms); a way back, which nobody writes, in
/// words of the same kind.
enum ShownTransform {
  static func text(of transform: Transform) -> String {
    switch transform {
    case .trim: "trim"
    case .uppercase: "uppercase"
    case .lowercase: "lowercase"
    case .titleCase: "title-case"
    case .substring(let start, let length): "{ substring: [\(start), \(length)] }"
    case .replace(let from, let to): "{ replace: [\(quoted(from)), \(quoted(to))] }"
    case .matches(let pattern, let template):
      "{ matches: [\(quoted(pattern.source)), \(quoted(template))] }"
    case .digitsOnly: "digits-only"
    case .alphanumericOnly: "alphanumeric-only"
    case .prefix(let text): "{ prefix: \(quoted(text)) }"
    case .suffix(let text): "{ suffix: \(quoted(text)) }"
    case .removePrefix(let text): "remove the prefix \(quoted(text))"
    case .removeSuffix(let text): "remove the suffix \(quoted(text))"
    case .round(let places): "{ round: \(places) }"
    case .multiply(let factor): "{ multiply: \(factor) }"
    case .divide(let factor): "divide by \(factor)"
    case .negate: "negate"
    case .atLeastZero: "at-least-zero"
    case .dateFormat(let pattern): "{ date-format: \(quoted(pattern.source)) }"
    case .parseDate(let pattern): "read as \(quoted(pattern.source))"
    case .numberFormat(let pattern): "{ number-format: \(quoted(pattern.source)) }"
    case .custom(let name): "{ custom: \(name) }"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
