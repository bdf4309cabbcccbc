/// The literal of a line that is too long: it is written over several lines, which Swift joins.
struct SwiftLiteral {
  typealias Code = SwiftPieces.Code

  /// What opens and closes a literal of several lines.
  static let mark: Code = Array("\"\"\"".utf8)[...]

  let before: Code
  private let content: Code
  let behind: Code

  /// Nil where the line has no literal.
  init?(in line: Code) {
    guard let open = line.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    var place = open + 1
    while place < line.endIndex, line[place] != UInt8(ascii: "\"") {
      place += line[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < line.endIndex else { return nil }
    before = line[..<open]
    content = line[(open + 1)..<place]
    behind = line[(place + 1)...]
  }

  /// Whether the name of an argument or a key stands before it.
  var isLabelled: Bool {
    before.suffix(2).elementsEqual(": ".utf8) && !(lastOfLabel.map { $0 == 0x20 } ?? true)
  }

  /// Whether it is a number's value in a dictionary.
  var isKeyed: Bool { isLabelled && (0x30...0x39).contains(lastOfLabel ?? 0) }

  private var lastOfLabel: UInt8? { before.dropLast(2).last }

  /// The content in lines of at most so many bytes, broken behind spaces where there are some and
  /// never within an escape; each but the last ends in the backslash that joins it to the next.
  func lines(of width: Int) -> [Code] {
    let room = max(width - 1, 20)
    var lines: [Code] = []
    var start = content.startIndex
    while content.endIndex - start > room {
      var place = start
      var space: Int?
      while true {
        let next = end(ofUnitAt: place)
        if next - start > room { break }
        if content[place] == UInt8(ascii: " ") { space = next }
        place = next
      }
      let end = space ?? place
      lines.append(content[start..<end] + [UInt8(ascii: "\\")])
      start = end
    }
    let last = content[start...]
    // A space at the end of a line would be lost to whoever edits the file.
    return lines + [last.last == UInt8(ascii: " ") ? last.dropLast() + "\\u{20}".utf8 : last]
  }

  /// Where a character or an escape ends: `\n`, `\u{1F600}`.
  private func end(ofUnitAt place: Int) -> Int {
    guard content[place] == UInt8(ascii: "\\") else { return place + 1 }
    guard place + 1 < content.endIndex, content[place + 1] == UInt8(ascii: "u") else {
      return min(place + 2, content.endIndex)
    }
    return content[place...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? content.endIndex
  }
}
