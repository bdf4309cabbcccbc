import MapSource

/// A table as wide as its terminal: moments become shorter first, then the widest cells are cut; what
/// has no room even then goes on in the next line. Nothing is cut that a person types again.
struct NarrowTable {
  private var columns: [TextTable.Column]
  /// The titles and the rows.
  private var cells: [[String]]
  /// The last column, where it is one of sentences and the table is too wide.
  private var sentences: [String]?
  private let width: Int?

  /// Between two columns; one space where two have no room.
  private var gap = 2
  /// What stands under a row stands in from its beginning.
  private static let indent = "    "
  /// The fewest columns that a cell is cut to, and that a sentence goes on in.
  private static let fewest = (cell: 10, sentence: 30)

  /// - Parameters:
  ///   - cells: The titles and the rows, each with a cell for every column.
  ///   - width: The columns of the terminal; nil where it is none.
  init(_ columns: [TextTable.Column], _ cells: [[String]], width: Int?) {
    self.width = width
    self.columns = columns
    self.cells = cells
    guard let width, total > width else { return }
    leaveOut()
    // Sentences stand beside the other columns where there is room, else under them.
    if self.columns.count > 1, self.columns[self.columns.count - 1].narrowing == .wrap {
      let last = self.columns.count - 1
      sentences = self.cells.map { $0[last] }
      self.columns.removeLast()
      for row in self.cells.indices { self.cells[row].removeLast() }
    }
    let whole = self.cells
    narrow(to: width)
    if isSplit {
      gap = 1
      self.cells = whole
      narrow(to: width)
      if isSplit { gap = 2 }
    }
  }

  /// Whether rows take several lines for want of room.
  var isSplit: Bool { groups(widths).count > 1 }

  func lines(_ style: TerminalStyle) -> [String] {
    let widths = widths
    let groups = groups(widths)
    let used = widths.reduce(0) { $0 + $1 + gap }
    let room = groups.count > 1 ? 0 : (width ?? 0) - used
    let isBeside = room >= Self.fewest.sentence
    var lines: [String] = []
    for (row, own) in cells.enumerated() {
      var parts = groups.enumerated().map { place, group in
        (place > 0 ? Self.indent : "") + line(own, group, widths, row > 0 ? style : nil)
      }
      if let sentences, isBeside {
        let pieces = sentences[row].wrapped(in: room)
        if let first = pieces.first {
          let margin = String(repeating: " ", count: used)
          parts[0] += String(repeating: " ", count: gap) + first
          parts += pieces.dropFirst().map { margin + $0 }
        }
      } else if let sentences, row > 0 {
        let space = max(Self.fewest.sentence, (width ?? 0) - Self.indent.count)
        parts += sentences[row].wrapped(in: space).map { Self.indent + $0 }
      }
      parts = parts.map(\.trimmedEnd)
      lines += row == 0 ? parts.map { style.paint($0, .message) } : parts
    }
    return lines
  }

  private var widths: [Int] {
    columns.indices.map { column in
      cells.reduce(0) { max($0, DisplayText($1[column]).columns) }
    }
  }

  private var total: Int { widths.reduce(-gap) { $0 + $1 + gap } }

  /// Takes columns away that only fill a line.
  private mutating func leaveOut() {
    for column in columns.indices.reversed() where columns[column].narrowing == .drop {
      columns.remove(at: column)
      for row in cells.indices { cells[row].remove(at: column) }
    }
  }

  private mutating func narrow(to width: Int) {
    for shortened in [ShortMoment.seconds, ShortMoment.minutes]
    where total > width {
      for column in columns.indices where columns[column].narrowing == .moment {
        for row in cells.indices.dropFirst() {
          cells[row][column] = shortened(cells[row][column])
        }
      }
    }
    var limits = widths
    func mayBeCut(_ column: Int) -> Bool {
      columns[column].narrowing == .cut || columns[column].narrowing == .wrap
    }
    func isCuttable(_ column: Int) -> Bool {
      let title = DisplayText(columns[column].title).columns
      return mayBeCut(column) && limits[column] > max(Self.fewest.cell, title)
    }
    var excess = total - width
    while excess > 0,
      let widest = columns.indices.filter(isCuttable).max(by: { limits[$0] < limits[$1] })
    {
      limits[widest] -= 1
      excess -= 1
    }
    for column in columns.indices where mayBeCut(column) {
      for row in cells.indices.dropFirst() {
        cells[row][column] = cells[row][column].cut(to: limits[column])
      }
    }
  }

  /// The columns that stand in one line, and those that go on in the next: all in one where there is
  /// room.
  private func groups(_ widths: [Int]) -> [[Int]] {
    guard let width else { return [Array(widths.indices)] }
    var groups: [[Int]] = [[]]
    var used = 0
    for column in widths.indices {
      let isFirst = groups[groups.count - 1].isEmpty
      let more = widths[column] + (isFirst ? 0 : gap)
      if used + more > width, !isFirst {
        groups.append([column])
        used = Self.indent.count + widths[column]
      } else {
        groups[groups.count - 1].append(column)
        used += more
      }
    }
    return groups
  }

  /// - Parameter style: Nil for the titles.
  private func line(
    _ cells: [String], _ group: [Int], _ widths: [Int], _ style: TerminalStyle?
  ) -> String {
    group.map { column in
      let cell = cells[column]
      let room = String(
        repeating: " ", count: max(0, widths[column] - DisplayText(cell).columns))
      let shown = style.map { columns[column].painted(cell, $0) } ?? cell
      return columns[column].isNumber ? room + shown : shown + room
    }.joined(separator: String(repeating: " ", count: gap))
  }
}

/// Moments in fewer characters; what is none stays as it is.
private enum ShortMoment {
  /// `2026-11-30 20:36:19`
  static func seconds(_ text: String) -> String {
    isMoment(text) ? "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))" : text
  }

  /// `11-30 20:36`, of what is given in seconds.
  static func minutes(_ text: String) -> String {
    let characters = Array(text)
    guard characters.count == 19, characters[10] == " " else { return text }
    return String(characters[5..<16])
  }

  private static func isMoment(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.count >= 20 && characters[10] == "T" && characters.last == "Z"
  }
}

extension TextTable.Column {
  /// What failed in red, what waits in yellow.
  fileprivate func painted(_ cell: String, _ style: TerminalStyle) -> String {
    guard tellsTrouble else { return cell }
    if isNumber { return ["", ".", "0"].contains(cell) ? cell : style.paint(cell, .error) }
    return switch cell {
    case "failed", "lost", "stopped", "interrupted": style.paint(cell, .error)
    case "held", "later", "waiting", "skipped": style.paint(cell, .warning)
    default: cell
    }
  }
}
