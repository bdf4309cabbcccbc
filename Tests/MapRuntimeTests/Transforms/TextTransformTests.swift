import MapRuntime
import Testing

@Suite("Transforms of texts")
struct TextTransformTests {
  @Test("transforms of mixed texts agree with Python")
  func agreesWithPython() throws {
    let rows = try OracleTable.rows("transforms")
    #expect(rows.count == 840)
    for row in rows {
      let transform = try transform(row[0])
      let result = try transform.apply(.of(text: row[1]))
      #expect(Array("\(result)".utf8) == Array(row[2].utf8), "\(row)")
      #expect(result.isEmpty == row[2].isEmpty)
    }
  }

  private func transform(_ words: String) throws -> Transform {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    switch parts[0] {
    case "trim": return .trim
    case "uppercase": return .uppercase
    case "lowercase": return .lowercase
    case "digits-only": return .digitsOnly
    case "substring":
      return .substring(start: try #require(Int(parts[1])), length: try #require(Int(parts[2])))
    default:
      return parts[1].isEmpty
        ? .replace(from: " ", to: "")
        : .replace(from: String(parts[1]), to: String(parts[2]))
    }
  }

  @Test("each transform does what its name says")
  func transforms() throws {
    let expected: [(Transform, String, String)] = [
      (.trim, " \t Adatum Ltd\u{A0}\n", "Adatum Ltd"), (.trim, " \u{3000} ", ""),
      (.uppercase, "straße", "STRASSE"), (.lowercase, "ÆRØ", "ærø"),
      (.titleCase, "adatum CORPORATION", "Adatum Corporation"),
      (.titleCase, "smith-jones o'NEIL 1ST", "Smith-Jones O'neil 1st"),
      (.titleCase, "'tis ǆungla", "'Tis ǅungla"), (.titleCase, "  å  b", "  Å  B"),
      (.titleCase, "rock’n’roll (LIVE)", "Rock’n’roll (Live)"),
      (.substring(start: 2, length: 3), "ABCDEF", "BCD"),
      (.substring(start: 1, length: 2), "ABCDEF", "AB"),
      (.substring(start: 5, length: 9), "ABCDEF", "EF"),
      (.substring(start: 7, length: 1), "ABCDEF", ""),
      (.substring(start: 0, length: 2), "ABCDEF", "AB"),
      (.substring(start: 2, length: -1), "ABCDEF", ""),
      (.substring(start: 2, length: 3), "😀ABC", "AB"),
      (.replace(from: "-", to: ""), "12-34-5", "12345"),
      (.replace(from: "aa", to: "b"), "aaaaa", "bba"),
      (.replace(from: "a", to: "aa"), "banana", "baanaanaa"),
      (.replace(from: "A", to: "b"), "banana", "banana"),
      (.replace(from: "", to: "x"), "ab", "ab"),
      (.replace(from: "e", to: "x"), "e\u{301}e", "e\u{301}x"),
      (.replace(from: "\u{301}", to: ""), "e\u{301}", "e\u{301}"),
      (.digitsOnly, "+45 12 ab 3", "45123"), (.digitsOnly, "٣x", ""),
      (.alphanumericOnly, "A-1 (é) ½ _٣", "A1é٣"), (.alphanumericOnly, "--", ""),
      (.prefix("C-"), "100", "C-100"), (.suffix(" A/S"), "Adatum", "Adatum A/S"),
      (.removePrefix("C-"), "C-C-1", "C-1"), (.removePrefix("C-"), "X-1", "X-1"),
      (.removePrefix("C-"), "C-", ""), (.removePrefix("C-"), "C", "C"),
      (.removeSuffix("-D"), "1-D-D", "1-D"), (.removeSuffix("-D"), "1-X", "1-X"),
      (.removeSuffix("-D"), "D", "D"),
    ]
    for (transform, text, result) in expected {
      #expect(try "\(transform.apply(.text(text)))" == result, "\(transform) of \(text)")
    }
  }

  @Test("every transform passes empty through")
  func passesEmpty() throws {
    let pattern = try TextPattern("a*")
    let transforms: [Transform] = [
      .prefix("C-"), .suffix("-D"), .matches(pattern, template: "x"), .trim, .round(places: 2),
      .custom("tidy"), .dateFormat(try DatePattern("yyyy")), .negate,
      .substring(start: 1, length: 1),
    ]
    for transform in transforms {
      #expect(try transform.apply(.empty) == .empty)
      #expect(try transform.apply(.text("")) == .empty)
    }
    #expect(TextTransforms.prefixed("", with: "C-") == "")
    #expect(TextTransforms.suffixed("", with: "-D") == "")
    #expect(try TextTransforms.matched("", pattern, template: "x") == "")
  }

  @Test("case changes settle at once and stay within their bounds, for every letter")
  func settlesForEveryLetter() throws {
    for number in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let properties = scalar.properties
      guard
        properties.changesWhenUppercased || properties.changesWhenLowercased
          || properties.changesWhenTitlecased
      else { continue }
      for text in ["\(scalar)", "x\(scalar)", "\(scalar)\(scalar)", "1\(scalar) \(scalar)"] {
        for transform in [Transform.uppercase, .lowercase, .titleCase] {
          let once = try transform.apply(.text(text))
          #expect(try transform.apply(once) == once, "\(transform) of \(text)")
          let bound = try #require(transform.longest(of: TextLength.of(text)))
          #expect(TextLength.of("\(once)") <= bound, "\(transform) of \(text)")
        }
      }
    }
  }
}
