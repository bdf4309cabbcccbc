/// Edits of one file, sorted, none overlapping another.
struct EditList: Sendable {
  private var edits: [Fix.Edit] = []

  /// Takes an edit in; false, and nothing changed, where it overlaps one or leaves the file.
  mutating func insert(_ edit: Fix.Edit, size: Int) -> Bool {
    let span = edit.span
    guard span.start >= 0, span.start <= span.end, Int(span.end) <= size else { return false }
    let place = firstIndex(notBefore: span)
    // As none overlaps another, only the two neighbours can be in the way.
    if place > 0, Self.overlap(edits[place - 1].span, span) { return false }
    if place < edits.count, Self.overlap(edits[place].span, span) { return false }
    edits.insert(edit, at: place)
    return true
  }

  /// The bytes with every edit made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    for edit in edits {
      result += bytes[done..<Int(edit.span.start)]
      result += Array(edit.text.utf8)
      done = Int(edit.span.end)
    }
    result += bytes[done...]
    return result
  }

  private func firstIndex(notBefore span: Span) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span < span { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func overlap(_ left: Span, _ right: Span) -> Bool {
    if left.start == left.end, right.start == right.end { return left.start == right.start }
    return left.start < right.end && right.start < left.end
  }
}
