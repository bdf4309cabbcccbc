/// Rows in columns, for people. Control characters of records become spaces.
struct TextTable {
  struct Column {
    let title: String
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; what is missing at its end is empty.
  mutating func add(_ cells: [String]) {
    rows.append(
      columns.indices.map { $0 < cells.count ? PlainLine.of(cells[$0]) : "" })
  }

  /// The table with its titles, every line ended; nothing for a table without rows.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let widths = columns.indices.map { column in
      rows.reduce(columns[column].title.count) { max($0, $1[column].count) }
    }
    return ([columns.map(\.title)] + rows).map { line($0, widths) }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let room = String(repeating: " ", count: max(0, widths[column] - cell.count))
      line += column > 0 ? "  " : ""
      line += columns[column].isNumber ? room + cell : cell + room
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
