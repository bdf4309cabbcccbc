extension Transform {
  /// The type that the transform makes of a type; nil if it does not take it. A host function
  /// (`custom`) has a signature of its own, so it gives nil too.
  public func accepts(_ type: FieldType) -> FieldType? {
    switch self {
    case .trim, .digitsOnly, .alphanumericOnly: text(from: type, staysCode: true)
    case .uppercase, .lowercase, .titleCase, .substring, .replace, .matches, .prefix, .suffix,
      .removePrefix, .removeSuffix:
      text(from: type, staysCode: false)
    case .round, .multiply, .divide, .negate, .atLeastZero: number(from: type)
    case .dateFormat(let pattern):
      type == .date || type == .dateTime ? .text(length: pattern.longest) : nil
    case .parseDate: text(from: type, staysCode: false) == nil ? nil : .date
    case .numberFormat(let pattern):
      type.wholeDigits.map { .text(length: pattern.longest(wholeDigits: $0)) }
    case .custom: nil
    }
  }

  private func text(from type: FieldType, staysCode: Bool) -> FieldType? {
    switch type {
    case .text(let length): .text(length: longest(of: length))
    case .memo(let length): .memo(length: longest(of: length))
    case .code(let length): staysCode ? type : .text(length: longest(of: length))
    default: nil
    }
  }

  private func number(from type: FieldType) -> FieldType? {
    guard let places = type.places else { return nil }
    switch self {
    case .round(let wanted):
      return max(0, wanted) < places ? .decimal(places: max(0, wanted)) : type
    case .multiply(let factor): return decimal(places: places + factor.places)
    case .divide(let divisor):
      guard divisor != .zero else { return nil }
      let more = divisor.reciprocalPlaces ?? DecimalValue.maximumPlaces
      return decimal(places: places + more)
    default: return type
    }
  }

  private func decimal(places: Int) -> FieldType {
    .decimal(places: min(places, DecimalValue.maximumPlaces))
  }
}

extension FieldType {
  /// The most digits before the point; nil for what is no number.
  fileprivate var wholeDigits: Int? {
    switch self {
    case .integer: 10
    case .bigInteger: 19
    case .decimal, .money: 29
    case .text, .code, .memo, .boolean, .date, .dateTime, .guid, .option, .lookup: nil
    }
  }
}
