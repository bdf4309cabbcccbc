/// A table whose records count as changed when another table's do (docs/language.md#tables, join
/// and changes-with).
struct Dependent: Hashable, Sendable {
  /// The columns of the changed table and the fields of this one that they equal.
  struct Pair: Hashable, Sendable {
    let theirs: Int
    let own: String
  }

  let table: String
  let pairs: [Pair]
  /// The column of the changed table from whose date on its rows are read; nil where they always
  /// are.
  let validFrom: Int?
  /// The columns of the changed table whose dates the records compare with today: they have changed
  /// on the day of such a date, and on the day after it.
  var days: Set<Int> = []
}
