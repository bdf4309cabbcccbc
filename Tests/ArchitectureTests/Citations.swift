/// The rules that a text cites by number: `R D-9`, `D-9 to D-12`, `B6`, `F8`; scenarios, `SYN-021`;
/// and pages that are none of ours.
enum Citations {
  static func rules(in text: String) -> [String] {
    hasDigit(text) ? numbered(in: text) + promises(in: text) + pages(in: text) : pages(in: text)
  }

  static func scenarios(in text: String) -> [String] {
    guard hasDigit(text) else { return [] }
    return text.matches(of: #/(?:^|[^\w\-])([A-Z]{3}-\d{3})(?![\w\-])/#).map { String($0.1) }
  }

  /// `D-9`, and all between the two ends of `D-9 to D-12`.
  private static func numbered(in text: String) -> [String] {
    text.matches(
      of:
        #/
        (?:^|[^\w$.\-]) ([A-OQ]-|D[A-K]-|S[A-H]-) (\d{1,2})
        (?:\ to\ ([A-Z]{1,2}-) (\d{1,2}))? (?![\w\-])
        /#
    ).flatMap { match in
      range(String(match.1), match.2, match.3.map(String.init), match.4)
    }
  }

  private static func promises(in text: String) -> [String] {
    text.matches(of: #/(?:^|[^\w$.\-{])([BF])([1-9]\d?)(?: to ([BF])([1-9]\d?))?(?![\w\-])/#)
      .flatMap { match in range(String(match.1), match.2, match.3.map(String.init), match.4) }
  }

  /// What stands in docs/ is cited by its path.
  private static func pages(in text: String) -> [String] {
    ["LANGUAGE", "ARCHITECTURE", "FEATURES", "DOCUMENTS", "RULES", "PLATFORM"]
      .filter { text.contains($0) }
  }

  private static func hasDigit(_ text: String) -> Bool {
    text.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  private static func range(
    _ letters: String, _ first: Substring, _ otherLetters: String?, _ last: Substring?
  ) -> [String] {
    guard let from = Int(first) else { return [] }
    guard let otherLetters, let last, let to = Int(last) else { return ["\(letters)\(from)"] }
    guard otherLetters == letters, from <= to else {
      return ["\(letters)\(from)", "\(otherLetters)\(to)"]
    }
    return (from...to).map { "\(letters)\($0)" }
  }
}
