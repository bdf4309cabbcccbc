import MapRuntime
import Testing

@Suite("What the compiler knows of a transform")
struct TransformPropertyTests {
  let text = FieldType.text(length: 10)

  @Test("the type that comes out")
  func knowsTypes() throws {
    let format = Transform.numberFormat(try NumberPattern("#,##0.00"))
    let date = Transform.dateFormat(try DatePattern("d.M.yyyy"))
    let half = Transform.multiply(try DecimalValue(parsing: "0.125"))
    let expected: [(Transform, FieldType, FieldType?)] = [
      (.trim, text, text), (.trim, .code(length: 5), .code(length: 5)), (.trim, .integer, nil),
      (.digitsOnly, .code(length: 5), .code(length: 5)),
      (.trim, .memo(length: nil), .memo(length: nil)),
      (.uppercase, text, .text(length: 30)), (.uppercase, .code(length: 5), .text(length: 15)),
      (.lowercase, .memo(length: 4), .memo(length: 8)), (.prefix("ab"), text, .text(length: 12)),
      (.prefix("ab"), .option, nil),
      (.substring(start: 1, length: 3), .text(length: nil), .text(length: 3)),
      (.round(places: 2), .decimal(places: 5), .decimal(places: 2)),
      (.round(places: 2), .decimal(places: 1), .decimal(places: 1)),
      (.round(places: -1), .decimal(places: 1), .decimal(places: 0)),
      (.round(places: -1), .integer, .integer), (.round(places: 2), .money, .decimal(places: 2)),
      (.round(places: 4), .money, .money), (.round(places: 2), text, nil),
      (half, .integer, .decimal(places: 3)), (half, .decimal(places: 9), .decimal(places: 10)),
      (.divide(8), .integer, .decimal(places: 3)), (.divide(3), .integer, .decimal(places: 10)),
      (.divide(0), .integer, nil), (.negate, .bigInteger, .bigInteger), (.negate, .boolean, nil),
      (.atLeastZero, .money, .money), (date, .date, .text(length: 10)),
      (date, .dateTime, .text(length: 10)), (date, text, nil),
      (.parseDate(try DatePattern("yyyy-MM-dd")), text, .date),
      (.parseDate(try DatePattern("yyyy-MM-dd")), .date, nil),
      (format, .integer, .text(length: 17)), (format, .bigInteger, .text(length: 29)),
      (format, .money, .text(length: 42)), (format, text, nil), (.custom("tidy"), text, nil),
    ]
    for (transform, type, result) in expected {
      #expect(transform.accepts(type) == result, "\(transform) of \(type)")
    }
  }

  @Test("the longest text that comes out")
  func knowsLengths() throws {
    let matches = Transform.matches(try TextPattern("a"), template: "$1-$2")
    let constant = Transform.matches(try TextPattern("a"), template: "none")
    let number = Transform.numberFormat(try NumberPattern("#,##0"))
    let expected: [(Transform, Int?, Int?)] = [
      (.trim, 10, 10), (.trim, nil, nil), (.uppercase, 10, 30), (.lowercase, 10, 20),
      (.titleCase, 10, 21), (.titleCase, 0, 0), (.uppercase, nil, nil), (.prefix("ab"), 0, 0),
      (.prefix("å😀"), 10, 13), (.suffix("ab"), 10, 12), (.removePrefix("ab"), 10, 10),
      (.substring(start: 3, length: 4), 10, 4), (.substring(start: 9, length: 4), 10, 2),
      (.substring(start: 12, length: 4), 10, 0), (.substring(start: 3, length: 4), nil, 4),
      (.replace(from: "ab", to: "cdefg"), 9, 21), (.replace(from: "ab", to: "c"), 9, 9),
      (.replace(from: "", to: "c"), 9, 9), (.replace(from: "a", to: "b"), nil, nil),
      (.replace(from: "\r\n", to: "; "), 9, 18), (.replace(from: "\n", to: ""), 9, 9),
      (matches, 10, 21), (matches, nil, nil), (constant, nil, 4), (.digitsOnly, 10, 10),
      (number, 4, 5), (number, 1, 1), (number, 0, 0), (number, nil, 39), (number, 99, 39),
      (.numberFormat(try NumberPattern("00")), 2, 3), (.custom("tidy"), 10, nil),
      (.dateFormat(try DatePattern("'på' d.M.yyyy yy")), nil, 16), (.uppercase, .max, nil),
    ]
    for (transform, length, longest) in expected {
      #expect(transform.longest(of: length) == longest, "\(transform) of \(length ?? -1)")
    }
  }

  @Test("the bounds are reached")
  func reachesBounds() throws {
    let expected: [(Transform, String)] = [
      (.uppercase, "\u{390}\u{390}"), (.lowercase, "\u{130}\u{130}"),
      (.titleCase, "\u{390}\u{130} \u{390}"), (.titleCase, "\u{390}"),
      (.replace(from: "ab", to: "xyz"), "ababa"), (.prefix("C-"), "1"),
      (.matches(try TextPattern("(.)*"), template: "$0$0"), "abc"),
    ]
    for (transform, text) in expected {
      let result = try transform.apply(.text(text))
      #expect(TextLength.of("\(result)") == transform.longest(of: TextLength.of(text)))
    }
    let format = Transform.numberFormat(try NumberPattern("#,##0"))
    for (number, length) in [(-1_000, 5), (1_000_000, 7), (-1, 2), (7, 1)] as [(Int64, Int)] {
      #expect(TextLength.of("\(try format.apply(.integer(number)))") == format.longest(of: length))
    }
  }

  @Test("the way back")
  func knowsUndo() throws {
    let iso = try DatePattern("yyyy-MM-dd")
    let third = try DecimalValue(parsing: "0.3")
    let expected: [(Transform, FieldType, Undo)] = [
      (.trim, text, .lossy), (.uppercase, text, .lossy), (.lowercase, text, .lossy),
      (.titleCase, text, .lossy), (.digitsOnly, text, .lossy), (.alphanumericOnly, text, .lossy),
      (.round(places: 2), .money, .lossy), (.atLeastZero, .money, .lossy),
      (.prefix("C-"), text, .exact(.removePrefix("C-"))),
      (.suffix("-D"), text, .exact(.removeSuffix("-D"))),
      (.negate, .money, .exact(.negate)), (.multiply(100), .integer, .exact(.divide(100))),
      (.multiply(third), .decimal(places: 9), .exact(.divide(third))),
      (.multiply(third), .decimal(places: 10), .impossible), (.multiply(0), .integer, .impossible),
      (.multiply(2), text, .impossible), (.divide(8), .decimal(places: 7), .exact(.multiply(8))),
      (.divide(8), .decimal(places: 8), .impossible), (.divide(3), .integer, .impossible),
      (.divide(0), .integer, .impossible), (.dateFormat(iso), .date, .exact(.parseDate(iso))),
      (.dateFormat(iso), .dateTime, .impossible),
      (.dateFormat(try DatePattern("yy-MM-dd")), .date, .impossible),
      (.parseDate(iso), text, .exact(.dateFormat(iso))),
      (.substring(start: 1, length: 2), text, .impossible),
      (.replace(from: "a", to: "b"), text, .impossible),
      (.matches(try TextPattern("a"), template: "$0"), text, .impossible),
      (.removePrefix("C-"), text, .impossible), (.removeSuffix("-D"), text, .impossible),
      (.numberFormat(try NumberPattern("0")), .integer, .impossible),
      (.custom("tidy"), text, .impossible),
    ]
    for (transform, type, undo) in expected {
      #expect(transform.undo(from: type) == undo, "\(transform) from \(type)")
    }
  }

  @Test("an exact way back gives what went in")
  func undoesExactly() throws {
    let rows = try OracleTable.rows("texts")
    for transform in [Transform.prefix("C-"), .prefix("e"), .suffix("\u{301}"), .suffix("-D")] {
      for row in rows {
        guard case .exact(let back) = transform.undo(from: text) else {
          Issue.record("no way back of \(transform)")
          continue
        }
        let result = try back.apply(transform.apply(.of(text: row[0])))
        #expect(Array("\(result)".utf8) == Array(row[0].utf8), "\(transform) of \(row[0])")
      }
    }
    for factor in ["0.3", "-7", "3", "1.25", "0.01"] {
      let transform = Transform.multiply(try DecimalValue(parsing: factor))
      for number in ["1.23456789", "-99999999.99", "0.00000001", "3"] {
        guard case .exact(let back) = transform.undo(from: .decimal(places: 8)) else {
          Issue.record("no way back of \(transform)")
          continue
        }
        let value = Value.decimal(try DecimalValue(parsing: number))
        #expect(try back.apply(transform.apply(value)) == value, "\(number) by \(factor)")
      }
    }
  }

  @Test("a transform that settles changes nothing that it made")
  func settles() throws {
    let transforms: [Transform] = [
      .trim, .uppercase, .lowercase, .titleCase, .digitsOnly, .alphanumericOnly,
    ]
    for row in try OracleTable.rows("texts") {
      for transform in transforms {
        #expect(transform.undo(from: text) == .lossy)
        let once = try transform.apply(.of(text: row[0]))
        #expect(try transform.apply(once) == once, "\(transform) of \(row[0])")
      }
    }
  }
}
