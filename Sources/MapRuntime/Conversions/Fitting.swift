/// Makes values fit the length or the places of the field they go to.
public enum Fitting {
  /// A text or memo; a length of nil is unlimited.
  @inlinable
  public static func text(_ text: String, length: Int?, tooLong: TooLong) -> Fitted<String> {
    guard let length, !TextLength.fits(text, in: length) else { return .whole(text) }
    switch tooLong {
    case .cut: return .cut(TextLength.cut(text, to: length))
    case .refuse: return .refused
    case .keep: return .kept
    }
  }

  /// A code; what is left of a cut is a code again, without spaces at its end.
  public static func code(_ code: String, length: Int, tooLong: TooLong) -> Fitted<String> {
    let fitted = text(code, length: length, tooLong: tooLong)
    if case .cut(let rest) = fitted { return .cut(Code.normalized(rest)) }
    return fitted
  }

  /// A decimal; rounded to the nearest, a half away from zero, as both systems do.
  public static func decimal(
    _ number: DecimalValue, places: Int, tooPrecise: TooPrecise
  ) -> Fitted<DecimalValue> {
    let step = DecimalValue.step(atPlaces: places)
    guard number.remainder(ofStep: step) != 0 else { return .whole(number) }
    // Only a number within one step of the largest one has no rounded form.
    guard tooPrecise == .round, let rounded = try? number.rounded(toPlaces: places) else {
      return .refused
    }
    return .cut(rounded)
  }
}
