import Testing

/// What people read: literals in the sources (messages, help, explanations and the descriptions of
/// keys among them), what mappings and tables say outside comments, and the JSON Schemas.
@Suite("Messages to people")
struct MessageTests {
  /// Texts that look like a rule and are data, by file.
  static let data: [String: Set<String>] = ["Sources/MapCheck/Types/RoundTrip.swift": ["A-1"]]

  @Test("no literal in the sources shows a rule's number")
  func literals() throws {
    let files = try Repository.swiftFiles(in: "Sources", "Plugins")
    let literals = files.flatMap { file in file.parts.literals.map { (file, $0) } }
    #expect(literals.contains { $0.1.text.contains("there is no rule") })
    for (file, literal) in literals {
      let shown = Self.numbers(in: literal.text)
        .filter { Self.data[file.path]?.contains($0) != true }
      #expect(shown.isEmpty, "\(file.path):\(literal.line): \(shown)")
    }
  }

  @Test("no text in mappings and schemas shows one outside its comments")
  func files() throws {
    let paths = Repository.files(in: "mappings", "schemas", ending: ".yaml", ".json")
    #expect(paths.count > 50)
    for path in paths {
      for (index, line) in try Repository.text(of: path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let shown = Self.numbers(in: Self.withoutComment(line))
        #expect(shown.isEmpty, "\(path):\(index + 1): \(shown)")
      }
    }
  }

  @Test(
    "a number is found",
    arguments: [
      "the rule 'x' (R C-42) finds nothing", "the rule 'x' (R \\(rule.source)) finds nothing",
      "half a number (E-11) is worse", "nothing is lost (B6)", "as F12 says", "see SYN-021",
      "as LANGUAGE 5 says",
    ])
  func found(text: String) {
    #expect(!Self.numbers(in: text).isEmpty)
  }

  private static func withoutComment(_ line: Substring) -> String {
    guard line.utf8.contains(UInt8(ascii: "#")),
      let comment = line.firstMatch(of: #/(?:^|\s)#/#)
    else { return String(line) }
    return String(line[..<comment.range.lowerBound])
  }

  private static func numbers(in text: String) -> [String] {
    Citations.rules(in: text) + Citations.scenarios(in: text)
      + (text.contains("(R \\(") ? ["R"] : [])
  }
}
