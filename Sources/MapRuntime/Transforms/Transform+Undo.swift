extension Transform {
  /// The way back for values of the type that goes in (docs/language.md#findings,
  /// `not-invertible`).
  public func undo(from type: FieldType) -> Undo {
    switch self {
    case .trim, .uppercase, .lowercase, .titleCase, .digitsOnly, .alphanumericOnly, .round,
      .atLeastZero:
      return .lossy
    case .prefix(let text): return .exact(.removePrefix(text))
    case .suffix(let text): return .exact(.removeSuffix(text))
    case .negate: return .exact(.negate)
    case .multiply(let factor):
      // With all places of the product kept, the quotient is the number that went in.
      guard factor != .zero, let places = type.places,
        places + factor.places <= DecimalValue.maximumPlaces
      else { return .impossible }
      return .exact(.divide(factor))
    case .divide(let divisor):
      guard let places = type.places, let more = divisor.reciprocalPlaces,
        places + more <= DecimalValue.maximumPlaces
      else { return .impossible }
      return .exact(.multiply(divisor))
    case .dateFormat(let pattern):
      return type == .date && pattern.keepsDate ? .exact(.parseDate(pattern)) : .impossible
    case .parseDate(let pattern): return .exact(.dateFormat(pattern))
    case .substring, .replace, .matches, .removePrefix, .removeSuffix, .numberFormat, .custom:
      return .impossible
    }
  }
}
