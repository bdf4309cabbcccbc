/// The line of a span as a terminal shows it, and where in it the span is.
///
/// A line that takes more columns than there are is cut to a window around the span, with `…` where
/// something is left out. Of a span over several lines it is the first, up to its end.
struct SourceExcerpt: Sendable {
  /// The columns of a line where nobody says how wide the terminal is.
  static let usual = 160
  /// Fewer show nothing of what is around a span.
  static let fewest = 48
  /// The bytes looked at on each side, so that a huge line costs no more than a long one.
  private static let reach = 2000

  let line: Int
  let text: String
  /// The columns before the span.
  let indent: Int
  /// The columns of the span, at least one.
  let width: Int
  /// True where nothing of the line is left out.
  let isWhole: Bool

  /// - Parameter columns: those that a line may take.
  init(_ span: Span, in report: FindingReport, columns: Int = usual) {
    let widest = max(Self.fewest, columns)
    let lines = report.lines(of: span.file)
    let file = report.sources[span.file]
    line = lines.position(of: Int(span.start)).line
    let range = lines.range(ofLine: line)
    let start = min(max(Int(span.start), range.lowerBound), range.upperBound)
    let end = min(max(Int(span.end), start), range.upperBound)
    let from = Self.characterStart(max(range.lowerBound, start - Self.reach), in: file.bytes)
    let middle = Self.characterStart(min(end, start + Self.reach), in: file.bytes)
    let to = Self.characterStart(min(range.upperBound, middle + Self.reach), in: file.bytes)

    let before = DisplayText(report.text(of: span.file, from, start))
    let marked = DisplayText(report.text(of: span.file, start, middle))
    let after = middle < end ? DisplayText("") : DisplayText(report.text(of: span.file, middle, to))
    let reachesAll = from == range.lowerBound && middle == end && to == range.upperBound
    if reachesAll, before.columns + marked.columns + after.columns <= widest {
      text = before.text + marked.text + after.text
      indent = before.columns
      width = max(marked.columns, 1)
      isWhole = true
      return
    }
    // Two columns are for the ellipses, forty for what is around the span, or half of what there is.
    let shown = marked.prefix(widest - min(42, widest / 2))
    let markedIsCut = middle < end || shown.columns < marked.columns
    let free = widest - 2 - shown.columns
    let right = markedIsCut ? 0 : min(after.columns, max(free / 2, free - before.columns))
    let left = before.suffix(free - right)
    let rest = markedIsCut ? DisplayText("") : after.prefix(right)
    let opening = from > range.lowerBound || left.columns < before.columns ? "…" : ""
    let isCut = markedIsCut || to < range.upperBound || rest.columns < after.columns
    text = opening + left.text + shown.text + rest.text + (isCut ? "…" : "")
    indent = opening.count + left.columns
    width = max(shown.columns, 1)
    isWhole = false
  }

  /// The nearest place at or before a byte where a character starts.
  private static func characterStart(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
