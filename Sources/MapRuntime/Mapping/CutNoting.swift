/// Takes note of what is cut while one record is converted (LANGUAGE 5, `too-long: cut`).
public protocol CutNoting: Sendable {
  /// - Parameters:
  ///   - length: of the text, in UTF-16 units.
  ///   - limit: the field's.
  func note(rule: Int, length: Int, limit: Int)
}
