/// A part of a file in which rules are cited: a comment, the name of a test, or a page.
struct CitingText: CustomStringConvertible, Sendable {
  let path: String
  /// From 1.
  let line: Int
  let text: String

  var description: String { "\(path):\(line)" }

  /// Everything that may cite a rule.
  static func all() throws -> [CitingText] { try found.get() }

  private static let found = Result {
    let swift = try Repository.swiftFiles(in: "Sources", "Plugins", "Tests", "Benchmarks")
    let commented = Repository.files(
      in: "mappings", "schemas", "Tests", "Benchmarks", ".ci", ending: ".yaml", ".sh", ".py")
    let written = Repository.files(in: "docs", "Tests/Outside", ending: ".md", ".txt")
    return try swift.flatMap { inSwift($0) }
      + (commented + ["Makefile"]).flatMap { try comments(of: $0) }
      + (written + ["README.md"] + reasons).flatMap { try lines(of: $0) }
  }

  /// Lists whose rows give a reason.
  private static let reasons = [
    "Tests/FactsTests/differences.tsv", "Tests/Scenarios/NOT-HERE.tsv",
  ]

  /// The comments, and in the names of tests what stands in parentheses at the end.
  private static func inSwift(_ file: SourceText) -> [CitingText] {
    let parts = file.parts
    let names = file.path.hasPrefix("Tests/") ? parts.literals : []
    return parts.comments.map { CitingText(path: file.path, line: $0.line, text: $0.text) }
      + names.filter { $0.text.hasSuffix(")") }.compactMap { name in
        name.text.firstMatch(of: #/\(([^()]*)\)$/#).map {
          CitingText(path: file.path, line: name.line, text: String($0.1))
        }
      }
  }

  /// What stands behind a `#` that begins a word.
  private static func comments(of path: String) throws -> [CitingText] {
    try lines(of: path).compactMap { line in
      guard line.text.utf8.contains(UInt8(ascii: "#")) else { return nil }
      return line.text.firstMatch(of: #/(?:^|\s)#(.*)$/#).map {
        CitingText(path: path, line: line.line, text: String($0.1))
      }
    }
  }

  private static func lines(of path: String) throws -> [CitingText] {
    try Repository.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().map { CitingText(path: path, line: $0.offset + 1, text: String($0.element)) }
  }
}
