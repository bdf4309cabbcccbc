/// Something that the facts and the shipped files do not agree about.
struct Difference: Hashable, Sendable {
  /// The mapping, or `table SIDE NAME`.
  var mapping: String
  var variant = ""
  /// The row's number in its mapping, or the column.
  var place: String
  var bc = ""
  var sales = ""
  /// What differs: the shipped files' value `for` that of the facts.
  var what: String

  /// As it stands in the file of recorded differences, with its reason.
  func line(reason: String) -> String {
    [mapping, variant, place, bc, sales, reason, what].joined(separator: "\t")
  }
}
