/// A page for people: README.md, or one of `docs/`.
struct Page: CustomStringConvertible {
  /// Relative to the root.
  let path: String
  let text: String
  /// The lines outside fences.
  private let prose: [Substring]

  var description: String { path }

  init(_ path: String) throws {
    self.path = path
    text = try Repository.text(of: path)
    var isFenced = false
    prose = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      return !isFenced && !line.hasPrefix("```")
    }
  }

  static func all() throws -> [Page] {
    try (["README.md"] + Repository.files(in: "docs", ending: ".md")).map(Page.init)
  }

  var lines: Int { text.count { $0 == "\n" } }

  /// Where links may lead on this page: its headings, as GitHub names them, and its own ids.
  var anchors: Set<String> {
    let headings = prose.compactMap { $0.wholeMatch(of: #/#+ (.+)/#).map { Self.slug($0.1) } }
    return Set(headings + text.matches(of: #/<a id="([^"]+)">/#).map { String($0.1) })
  }

  /// The targets of links, as they are written.
  var links: [String] {
    prose.flatMap { line in line.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) } }
  }

  /// Every file or folder that is named by its path from the root; of `a/<Name>.swift`, `a/`.
  var paths: [String] {
    text.matches(
      of:
        #/
        (?:^|[^\w.\/\-])
        ((?:Sources|Tests|Plugins|Benchmarks|docs|mappings|schemas|\.ci) \/ [\w.+\/\-]*)
        /#
    ).map { match in
      var path = match.1
      while path.hasSuffix(".") { path.removeLast() }
      return String(path)
    }
  }

  /// Files that are named without their folder.
  var fileNames: [String] {
    text.matches(of: #/`([\w+\-]+\.(?:swift|sh|tsv|txt|py))`/#).map { String($0.1) }
  }

  /// The lines of fences of one language.
  func fenced(_ language: String) -> [Substring] {
    var isInside = false
    return text.split(separator: "\n").filter { line in
      if line.hasPrefix("```") {
        isInside = line == "```\(language)"
        return false
      }
      return isInside
    }
  }

  /// A heading's anchor: letters, digits, `-` and `_`, in lower case, with blanks as hyphens.
  private static func slug(_ heading: Substring) -> String {
    String(
      heading.lowercased().compactMap { character in
        if character == " " { return "-" }
        let isKept = character.isLetter || character.isNumber || "-_".contains(character)
        return isKept ? character : nil
      })
  }
}
