extension TextTransforms {
  /// Every occurrence from the left, case included, that starts and ends between whole characters;
  /// nothing if `from` is ''.
  public static func replaced(_ text: String, from: String, to replacement: String) -> String {
    guard !from.isEmpty else { return text }
    let bytes = text.utf8
    let wanted = from.utf8
    var result = ""
    var copied = text.startIndex
    var start = text.startIndex
    while let end = bytes.index(start, offsetBy: wanted.count, limitedBy: bytes.endIndex) {
      if bytes[start..<end].elementsEqual(wanted),
        isBoundary(start, in: text), isBoundary(end, in: text)
      {
        result += text[copied..<start]
        result += replacement
        copied = end
        start = end
      } else {
        start = bytes.index(after: start)
      }
    }
    return copied == text.startIndex ? text : result + text[copied...]
  }

  private static func isBoundary(_ index: String.Index, in text: String) -> Bool {
    String.Index(index, within: text) != nil
  }
}
