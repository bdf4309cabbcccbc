import MapLanguage

/// One table against the facts' rows on its fields.
struct TableComparison: Sendable {
  /// The columns of `tables.tsv` that count.
  static let columns = [
    "type", "length", "options", "target", "key", "required", "readonly", "access",
  ]

  /// The shipped table; nil where there is none.
  let table: Table?
  /// The side's word.
  let side: String
  let name: String
  let rows: [FactRow]

  func differences() -> [Difference] {
    guard let table else { return [difference("table", "", "missing")] }
    guard !rows.isEmpty else { return [difference("table", "", "extra")] }
    var differences = keyDifference(table)
    for row in rows {
      guard let field = table[row["field"]] else {
        differences.append(difference("row", row["field"], "missing"))
        continue
      }
      differences += FieldComparison(row: row, field: field).differences()
        .map { difference($0.column, row["field"], $0.what) }
    }
    let known = Set(rows.map { $0["field"] })
    return differences
      + table.fields.map(\.name.value).filter { !known.contains($0) }
      .map { difference("extra", $0, "extra") }
  }

  private func keyDifference(_ table: Table) -> [Difference] {
    let own = table.key.map(\.value).sorted()
    let fact = rows.filter { $0["key"] == "yes" }.map { $0["field"] }.sorted()
    let what = "\(Words.list(own)) for \(Words.list(fact))"
    return own == fact ? [] : [difference("key", "", what)]
  }

  private func difference(_ column: String, _ field: String, _ what: String) -> Difference {
    let isBC = side == "bc"
    return Difference(
      mapping: "table \(side) \(name)", place: column, bc: isBC ? field : "",
      sales: isBC ? "" : field, what: what)
  }
}
