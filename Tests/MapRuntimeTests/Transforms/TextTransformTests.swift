import MapRuntime
import Testing

@Suite("Transforms of texts")
struct TextTransformTests {
  @Test("transforms of mixed texts agree with Python")
  func agreesWithPython() throws {
    let rows = try OracleTable.rows("transforms")
    #expect(rows.count == 1200)
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
    case "alphanumeric-only": return .alphanumericOnly
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
      (.replace(from: "e", to: "x"), "e\u{301}e\u{E9}", "x\u{301}x\u{E9}"),
      (.replace(from: "\u{301}", to: ""), "e\u{301}", "e"),
      (.digitsOnly, "+45 12 ab 3", "45123"), (.digitsOnly, "٣x", ""),
      (.digitsOnly, "7\u{301}", "7"),
      (.alphanumericOnly, "A-1 (é) ½ _٣", "A1é٣"), (.alphanumericOnly, "--", ""),
      (.alphanumericOnly, "e\u{301}-\u{301}1\u{FE0F}\u{20E3}", "e\u{301}1\u{FE0F}\u{20E3}"),
      (.prefix("C-"), "100", "C-100"), (.suffix(" A/S"), "Adatum", "Adatum A/S"),
      (.removePrefix("C-"), "C-C-1", "C-1"), (.removePrefix("C-"), "X-1", "X-1"),
      (.removePrefix("C-"), "C-", ""), (.removePrefix("C-"), "C", "C"),
      (.removeSuffix("-D"), "1-D-D", "1-D"), (.removeSuffix("-D"), "1-X", "1-X"),
      (.removeSuffix("-D"), "D", "D"),
    ]
    for (transform, text, result) in expected {
      let made = try "\(transform.apply(.text(text)))"
      #expect(TextOrder.isSame(made, result), "\(transform) of \(text)")
    }
  }

  @Test("a line break is one, however a text or its author writes it")
  func replacesLineBreaks() throws {
    for written in ["\n", "\r\n"] {
      let transform = Transform.replace(from: written, to: "/")
      for (text, result) in [
        ("Hall 3\r\nGate B", "Hall 3/Gate B"), ("Hall 3\nGate B", "Hall 3/Gate B"),
        ("Hall 3\rGate B", "Hall 3/Gate B"), ("a\r\n\r\n\n\rb", "a////b"), ("\r\n", "/"),
        ("\n\r", "//"),
      ] {
        #expect(try transform.apply(.text(text)) == .text(result), "\(text)")
      }
    }
    // A carriage return alone is itself, so that it can be taken out.
    let unix = Transform.replace(from: "\r", to: "")
    #expect(try unix.apply(.text("a\r\nb")) == .text("a\nb"))
    let joined = Transform.replace(from: ",\n", to: " ")
    #expect(try joined.apply(.text("a,\r\nb, c,\nd")) == .text("a b, c d"))
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
