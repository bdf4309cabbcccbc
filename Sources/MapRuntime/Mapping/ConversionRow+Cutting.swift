extension ConversionRow {
  /// The beginning of a text that is too long for its field.
  @inlinable public func cut(_ text: String, to length: Int, rule: Int) -> String {
    TextLength.fits(text, in: length) ? text : noted(text, to: length, rule: rule)
  }

  /// The beginning of a code that is too long for its field; it is a code again.
  @inlinable public func cutCode(_ code: String, to length: Int, rule: Int) -> String {
    TextLength.fits(code, in: length)
      ? code : Code.normalized(noted(code, to: length, rule: rule))
  }

  /// The beginning of a text that does not fit.
  @usableFromInline func noted(_ text: String, to length: Int, rule: Int) -> String {
    cuts?.note(place: place, rule: rule, length: TextLength.of(text), limit: length)
    return TextLength.shortened(text, to: length)
  }
}
