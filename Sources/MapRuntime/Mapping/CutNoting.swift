/// Takes note of what is cut while the records of a page are converted
/// (docs/language.md#field-maps, `too-long: cut`). A class, so that a conversion's row stays one
/// that is handed over in registers.
public protocol CutNoting: AnyObject, Sendable {
  /// - Parameters:
  ///   - place: the record's in its page.
  ///   - length: of the text, in UTF-16 units.
  ///   - limit: the field's.
  func note(place: Int, rule: Int, length: Int, limit: Int)
}
