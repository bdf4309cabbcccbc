import MapCheck
import MapRuntime

/// Writes transforms.
enum TransformEmitter {
  /// A local with the transformed value.
  static func emit(
    _ transform: Transform, of value: SwiftCode, _ type: FieldType, into local: SwiftCode,
    rule: Int, _ file: inout SwiftFile
  ) {
    if let direct = direct(transform, of: value, SwiftKind(type)) {
      file.line("let \(local) = \(direct)")
      return
    }
    if case .custom(let name) = transform {
      let function = SwiftName.member(ofOption: name)
      file.line("guard let \(local) = HostFunctions.\(function)(\(value)) else {")
    } else {
      file.line(
        "guard let \(local) = \(transformed(transform, of: value, type, rule: rule)) else {")
    }
    file.inside { $0.line("throw RecordRefusal(.value, rule: \(rule))") }
    file.line("}")
  }

  /// The optional value of a transform that may leave nothing of a text; nil for any other.
  static func mayMakeNothing(
    _ transform: Transform, of value: SwiftCode, _ type: FieldType, rule: Int
  ) -> SwiftCode? {
    switch transform {
    case .matches, .parseDate: transformed(transform, of: value, type, rule: rule)
    default: nil
    }
  }

  private static func transformed(
    _ transform: Transform, of value: SwiftCode, _ type: FieldType, rule: Int
  ) -> SwiftCode {
    let result = SwiftKind(transform.accepts(type) ?? type)
    return
      "try RuleFitting.transformed(.of(\(value)), \(literal(transform)), rule: \(rule)).\(result.accessor)"
  }

  /// A transformed text may have any length and be ''.
  static func loosened(_ type: FieldType) -> FieldType {
    SwiftKind(type) == .text ? .text(length: nil) : .decimalOrSame(type)
  }

  /// The call of the one function that does it, where that never refuses.
  private static func direct(
    _ transform: Transform, of value: SwiftCode, _ kind: SwiftKind
  ) -> SwiftCode? {
    switch (transform, kind) {
    case (.trim, .text): "TextTransforms.trimmed(\(value))"
    case (.uppercase, .text): "TextTransforms.uppercased(\(value))"
    case (.lowercase, .text): "TextTransforms.lowercased(\(value))"
    case (.titleCase, .text): "TextTransforms.titleCased(\(value))"
    case (.digitsOnly, .text): "TextTransforms.digitsOnly(\(value))"
    case (.alphanumericOnly, .text): "TextTransforms.alphanumericOnly(\(value))"
    case (.substring(let start, let length), .text):
      "TextTransforms.substring(\(value), start: \(start), length: \(length))"
    case (.replace(let from, let to), .text):
      "TextTransforms.replaced(\(value), from: \(SwiftText(from)), to: \(SwiftText(to)))"
    case (.prefix(let text), .text): "TextTransforms.prefixed(\(value), with: \(SwiftText(text)))"
    case (.suffix(let text), .text): "TextTransforms.suffixed(\(value), with: \(SwiftText(text)))"
    case (.removePrefix(let text), .text):
      "TextTransforms.removingPrefix(\(value), \(SwiftText(text)))"
    case (.removeSuffix(let text), .text):
      "TextTransforms.removingSuffix(\(value), \(SwiftText(text)))"
    case (.atLeastZero, .decimal), (.atLeastZero, .integer):
      "NumberTransforms.atLeastZero(\(value))"
    default: nil
    }
  }

  /// The transform itself as a value.
  static func literal(_ transform: Transform) -> SwiftCode {
    switch transform {
    case .trim: ".trim"
    case .uppercase: ".uppercase"
    case .lowercase: ".lowercase"
    case .titleCase: ".titleCase"
    case .digitsOnly: ".digitsOnly"
    case .alphanumericOnly: ".alphanumericOnly"
    case .negate: ".negate"
    case .atLeastZero: ".atLeastZero"
    case .substring(let start, let length): ".substring(start: \(start), length: \(length))"
    case .replace(let from, let to): ".replace(from: \(SwiftText(from)), to: \(SwiftText(to)))"
    case .prefix(let text): ".prefix(\(SwiftText(text)))"
    case .suffix(let text): ".suffix(\(SwiftText(text)))"
    case .removePrefix(let text): ".removePrefix(\(SwiftText(text)))"
    case .removeSuffix(let text): ".removeSuffix(\(SwiftText(text)))"
    case .round(let places): ".round(places: \(places))"
    case .multiply(let number): ".multiply(\(SwiftValue.literal(.decimal(number))))"
    case .divide(let number): ".divide(\(SwiftValue.literal(.decimal(number))))"
    case .dateFormat(let pattern): "CheckedTransform.dateFormat(\(SwiftText(pattern.source)))"
    case .parseDate(let pattern): "CheckedTransform.parseDate(\(SwiftText(pattern.source)))"
    case .numberFormat(let pattern): "CheckedTransform.numberFormat(\(SwiftText(pattern.source)))"
    case .matches(let pattern, let template):
      "CheckedTransform.matches(\(SwiftText(pattern.source)), template: \(SwiftText(template)))"
    case .custom(let name): ".custom(\(SwiftText(name)))"
    }
  }
}

extension FieldType {
  /// A number after transforms may have any places.
  fileprivate static func decimalOrSame(_ type: FieldType) -> FieldType {
    switch type {
    case .decimal, .money: .decimal(places: DecimalValue.maximumPlaces)
    default: type
    }
  }
}
