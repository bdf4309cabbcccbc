extension TextTransforms {
  /// Every occurrence from the left, case included, code point by code point; nothing if `from` is
  /// ''. A line feed in `from`, alone or behind its carriage return, is a line break: it fits each
  /// that a text may have, CR LF, LF and CR.
  public static func replaced(_ text: String, from: String, to replacement: String) -> String {
    let wanted = wanted(from)
    guard !wanted.isEmpty else { return text }
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    var copied = scalars.startIndex
    var start = scalars.startIndex
    while start < scalars.endIndex {
      if let end = end(of: wanted, in: scalars, from: start) {
        result += scalars[copied..<start]
        result += replacement.unicodeScalars
        copied = end
        start = end
      } else {
        start = scalars.index(after: start)
      }
    }
    return copied == scalars.startIndex ? text : String(result + scalars[copied...])
  }

  /// The fewest UTF-16 units that `from` fits: a line break may be one.
  static func shortestMatch(of from: String) -> Int {
    wanted(from).reduce(0) { $0 + UTF16.width($1) }
  }

  /// What is looked for, each line break as its line feed.
  private static func wanted(_ from: String) -> [Unicode.Scalar] {
    var wanted: [Unicode.Scalar] = []
    for scalar in from.unicodeScalars {
      if scalar == "\n", wanted.last == "\r" { wanted.removeLast() }
      wanted.append(scalar)
    }
    return wanted
  }

  /// Where an occurrence that starts here ends.
  private static func end(
    of wanted: [Unicode.Scalar], in text: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index? {
    var place = start
    for scalar in wanted {
      guard place < text.endIndex else { return nil }
      let found = text[place]
      text.formIndex(after: &place)
      if found == scalar { continue }
      guard scalar == "\n", found == "\r" else { return nil }
      if place < text.endIndex, text[place] == "\n" { text.formIndex(after: &place) }
    }
    return place
  }
}
