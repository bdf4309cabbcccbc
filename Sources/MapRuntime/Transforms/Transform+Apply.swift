extension Transform {
  /// The transformed value; empty stays empty.
  public func apply(_ value: Value) throws(TransformFailure) -> Value {
    if value.isEmpty { return .empty }
    switch value {
    case .text(let text): return try apply(to: text)
    case .decimal(let number): return try apply(to: number)
    case .integer(let number): return try apply(to: number)
    case .date(let date):
      if case .dateFormat(let pattern) = self {
        return .of(text: DateTransforms.formatted(date, pattern))
      }
    case .dateTime(let moment):
      if case .dateFormat(let pattern) = self {
        return .of(text: DateTransforms.formatted(moment, pattern))
      }
    case .empty, .boolean, .guid, .option, .lookup: break
    }
    throw refusal
  }

  private func apply(to text: String) throws(TransformFailure) -> Value {
    let result: String
    switch self {
    case .trim: result = TextTransforms.trimmed(text)
    case .uppercase: result = TextTransforms.uppercased(text)
    case .lowercase: result = TextTransforms.lowercased(text)
    case .titleCase: result = TextTransforms.titleCased(text)
    case .substring(let start, let length):
      result = TextTransforms.substring(text, start: start, length: length)
    case .replace(let from, let replacement):
      result = TextTransforms.replaced(text, from: from, to: replacement)
    case .matches(let pattern, let template):
      result = try TextTransforms.matched(text, pattern, template: template)
    case .digitsOnly: result = TextTransforms.digitsOnly(text)
    case .alphanumericOnly: result = TextTransforms.alphanumericOnly(text)
    case .prefix(let prefix): result = TextTransforms.prefixed(text, with: prefix)
    case .suffix(let suffix): result = TextTransforms.suffixed(text, with: suffix)
    case .removePrefix(let prefix): result = TextTransforms.removingPrefix(text, prefix)
    case .removeSuffix(let suffix): result = TextTransforms.removingSuffix(text, suffix)
    case .parseDate(let pattern):
      return try DateTransforms.parsed(text, pattern).map(Value.date) ?? .empty
    case .round, .multiply, .divide, .negate, .atLeastZero, .dateFormat, .numberFormat, .custom:
      throw refusal
    }
    return .of(text: result)
  }

  private func apply(to number: DecimalValue) throws(TransformFailure) -> Value {
    switch self {
    case .round(let places):
      return .decimal(try NumberTransforms.rounded(number, places: places))
    case .multiply(let factor):
      return .decimal(try NumberTransforms.multiplied(number, by: factor))
    case .divide(let divisor):
      return .decimal(try NumberTransforms.divided(number, by: divisor))
    case .negate: return .decimal(try NumberTransforms.negated(number))
    case .atLeastZero: return .decimal(NumberTransforms.atLeastZero(number))
    case .numberFormat(let pattern):
      return .text(NumberTransforms.formatted(number, pattern))
    default: throw refusal
    }
  }

  private func apply(to number: Int64) throws(TransformFailure) -> Value {
    switch self {
    case .round: .integer(number)
    case .negate: .integer(try NumberTransforms.negated(number))
    case .atLeastZero: .integer(NumberTransforms.atLeastZero(number))
    default: try apply(to: DecimalValue(number))
    }
  }

  private var refusal: TransformFailure {
    if case .custom(let name) = self { return .hostFunction(name) }
    return .wrongValue
  }
}
