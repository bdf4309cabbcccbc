import MapSource

/// Rows in columns, for people. Control characters of records become spaces.
struct TextTable {
  struct Column {
    /// What becomes of its cells where a terminal is too narrow for the table.
    enum Narrowing {
      /// Nothing: it is a number, or a name that people type again.
      case none
      /// They are cut, with … at the end.
      case cut
      /// A moment loses what is said least.
      case moment
      /// A sentence goes on in the next line.
      case wrap
      /// It is left out.
      case drop
    }

    let title: String
    var isNumber = false
    /// The most characters of a cell that are shown; nil for all.
    var limit: Int?
    var narrowing = Narrowing.cut
    /// Whether a word or a number in it may ask for a person.
    var tellsTrouble = false

    static func text(_ title: String) -> Column { Column(title: title) }
    static func number(_ title: String) -> Column {
      Column(title: title, isNumber: true, narrowing: .none)
    }
    /// A number of records that failed.
    static func failures(_ title: String) -> Column {
      Column(title: title, isNumber: true, narrowing: .none, tellsTrouble: true)
    }
    /// How something stands, in a word.
    static func standing(_ title: String) -> Column {
      Column(title: title, narrowing: .none, tellsTrouble: true)
    }
    /// A word that people give to commands.
    static func word(_ title: String) -> Column { Column(title: title, narrowing: .none) }
    static func moment(_ title: String) -> Column { Column(title: title, narrowing: .moment) }
    /// An id, which nobody reads where there is a name.
    static func id(_ title: String) -> Column { Column(title: title, narrowing: .drop) }
    static func sentence(_ title: String) -> Column { Column(title: title, narrowing: .wrap) }
    /// What somebody called something, or wrote into a field, at any length: so much of it as tells it
    /// from others. The answer in JSON has all of it.
    static func name(_ title: String) -> Column { Column(title: title, limit: 40) }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; what is missing at its end is empty.
  mutating func add(_ cells: [String]) {
    rows.append(
      columns.indices.map { $0 < cells.count ? columns[$0].shown(PlainLine.of(cells[$0])) : "" })
  }

  /// The table as the terminal has room for it.
  var text: String {
    text(width: Terminal.width, style: TerminalStyle(isColored: OutputColor.isOn))
  }

  /// The table with its titles, every line ended; nothing for a table without rows.
  ///
  /// - Parameter width: The columns of the terminal; nil where it is none.
  func text(width: Int?, style: TerminalStyle = TerminalStyle(isColored: false)) -> String {
    guard !rows.isEmpty else { return "" }
    return narrow(width).lines(style).map { $0 + "\n" }.joined()
  }

  /// Whether a row is one line, but for sentences.
  func fits(_ width: Int?) -> Bool { rows.isEmpty || !narrow(width).isSplit }

  private func narrow(_ width: Int?) -> NarrowTable {
    let said = columns.indices.filter { column in
      rows.contains { !$0[column].isEmpty && $0[column] != "." }
    }
    // A column in which nothing stands says nothing.
    let shown = said.isEmpty ? [0] : said
    return NarrowTable(
      shown.map { columns[$0] },
      ([columns.map(\.title)] + rows).map { row in shown.map { row[$0] } }, width: width)
  }
}

extension TextTable.Column {
  /// A cell within the column's limit, with … where it goes on.
  fileprivate func shown(_ cell: String) -> String {
    guard let limit, cell.count > limit else { return cell }
    return String(cell.prefix(limit - 1)).trimmedEnd + "…"
  }
}
