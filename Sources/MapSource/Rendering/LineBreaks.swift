/// Sentences on lines that a terminal holds.
enum LineBreaks {
  /// Words on lines of so many columns; a word that is longer stands alone and is not broken.
  /// - Parameter used: the columns that something else takes on the first line.
  static func lines(of sentence: String, width: Int, after used: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = used
    for word in sentence.split(separator: " ", omittingEmptySubsequences: false) {
      let word = String(word)
      let wide = DisplayText(word).columns
      if !line.isEmpty, columns + 1 + wide > width {
        lines.append(line)
        (line, columns) = (word, wide)
      } else {
        columns += wide + (line.isEmpty ? 0 : 1)
        line += line.isEmpty ? word : " " + word
      }
    }
    return lines + [line]
  }
}
