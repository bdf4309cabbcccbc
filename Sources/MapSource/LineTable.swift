/// Where each line of a file starts, to turn byte offsets into positions.
public struct LineTable: Sendable {
  private let starts: [Int]
  private let bytes: [UInt8]
  private let mark: Int

  public init(_ file: SourceFile) {
    bytes = file.bytes
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The number of lines, a last one without a line feed included.
  public var count: Int { starts.count }

  /// The place of a byte offset; a byte order mark has no width.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = low == 0 ? min(mark, offset) : starts[low]
    let column = bytes[start..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Position(line: low + 1, column: column + 1)
  }

  /// The bytes of a line (from 1) without its line break and without a byte order mark.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = line == 1 ? mark : starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }
}
