/// A text that was cut on its way, as its rule says (docs/language.md#field-maps, `too-long: cut`;
/// B2).
struct CutNote: Hashable, Sendable {
  /// The record's place in its page.
  let place: Int
  let rule: Int
  /// In UTF-16 units.
  let length: Int
  let limit: Int
}
