/// What to say about YAML's traps, by looking at the line where reading stopped.
enum SyntaxHint {
  /// The end of the character at an offset; a line break has no characters.
  static func end(of offset: Int, in source: [UInt8]) -> Int {
    guard offset < source.count, source[offset] != 0x0A, source[offset] != 0x0D else {
      return offset
    }
    var end = offset + 1
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  static func hint(at offset: Int, in source: [UInt8]) -> String? {
    let offset = min(offset, source.count)
    // The line where it stopped, and the one before: a comment swallows the rest of its line.
    var start = offset
    var breaks = 0
    while start > 0 {
      if source[start - 1] == 0x0A {
        breaks += 1
        if breaks == 2 { break }
      }
      start -= 1
    }
    var end = offset
    while end < source.count, source[end] != 0x0A { end += 1 }
    let lines = String(decoding: source[start..<end], as: UTF8.self).split(separator: "\n")
    for line in lines {
      if let comment = line.range(of: " #"), line[..<comment.lowerBound].contains("{"),
        !line[..<comment.lowerBound].hasSuffix("}"), !line[..<comment.lowerBound].hasSuffix(",")
      {
        return "' #' begins a comment: if it belongs to a name, quote the name"
      }
      if line.contains("\t") { return "indent with spaces; YAML takes no tabs" }
    }
    return nil
  }
}

extension Substring {
  /// Where a short text first stands; the standard library has this only for patterns.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
