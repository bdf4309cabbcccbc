import MapRuntime
import Testing

@Suite("Conversions")
struct ConversionTests {
  /// One type of each kind, in the order of the table below.
  static let types: [FieldType] = [
    .text(length: 10), .code(length: 10), .memo(length: nil), .integer, .bigInteger,
    .decimal(places: 2), .money, .boolean, .date, .dateTime, .guid, .option, .lookup,
  ]

  @Test("what converts by itself is exactly this table")
  func convertsByTable() {
    //  text code memo int big dec money bool date time guid option lookup
    let table = """
      yyy..........
      yyy..........
      yyy..........
      yyyyyyy......
      yyyyyyy......
      ...yyyy......
      ...yyyy......
      .......y.....
      ........yy...
      ........yy...
      y.y.......y..
      ...........y.
      ............y
      """
    let actual = Self.types.map { source in
      Self.types.map { Conversion.isPossible(from: source, to: $0) ? "y" : "." }.joined()
    }
    #expect(actual.joined(separator: "\n") == table)
  }

  @Test("a conversion gives a value of the target's type")
  func convertsValues() throws {
    let half = try DecimalValue(parsing: "2.5")
    let moment = try #require(DateTimeValue(parsing: "2026-01-15T23:59:59Z"))
    let midnight = try #require(DateTimeValue(parsing: "2026-01-15T00:00:00Z"))
    let guid = Guid(high: 1, low: 2)
    let expected: [(Value, FieldType, FieldType, Value)] = [
      (.text(" ab "), .text(length: 5), .code(length: 2), .text("AB")),
      (.text(" ab "), .text(length: 5), .memo(length: nil), .text(" ab ")),
      (.text("   "), .text(length: 5), .code(length: 5), .empty),
      (.text(""), .text(length: 5), .text(length: 5), .empty),
      (.integer(-7), .integer, .text(length: 11), .text("-7")),
      (.integer(7), .bigInteger, .code(length: 20), .text("7")),
      (.guid(guid), .guid, .text(length: 36), .text("00000000-0000-0001-0000-000000000002")),
      (.integer(7), .integer, .decimal(places: 2), .decimal(7)),
      (.decimal(half), .decimal(places: 2), .money, .decimal(half)),
      (.decimal(7), .decimal(places: 2), .integer, .integer(7)),
      (.decimal(7), .money, .bigInteger, .integer(7)),
      (.integer(7), .bigInteger, .integer, .integer(7)),
      (.date(moment.date), .date, .dateTime, .dateTime(midnight)),
      (.dateTime(moment), .dateTime, .date, .date(moment.date)),
      (.dateTime(moment), .dateTime, .dateTime, .dateTime(moment)),
      (.date(moment.date), .date, .date, .date(moment.date)),
      (.boolean(false), .boolean, .boolean, .boolean(false)),
      (.option(OptionValue(2)), .option, .option, .option(OptionValue(2))),
      (.guid(guid), .guid, .guid, .guid(guid)),
      (
        .lookup(Lookup(table: "account", id: guid)), .lookup, .lookup,
        .lookup(Lookup(table: "account", id: guid))
      ),
    ]
    for (value, source, target, result) in expected {
      #expect(
        try Conversion.convert(value, from: source, to: target) == result,
        "\(value) from \(source) to \(target)")
    }
  }

  @Test("empty stays empty wherever a type converts", arguments: types)
  func keepsEmpty(type: FieldType) throws {
    for target in Self.types where Conversion.isPossible(from: type, to: target) {
      #expect(try Conversion.convert(.empty, from: type, to: target) == .empty)
    }
  }

  @Test("what does not convert says why")
  func refuses() throws {
    let half = try DecimalValue(parsing: "2.5")
    let expected: [(Value, FieldType, FieldType, ConversionFailure)] = [
      (.decimal(half), .money, .integer, .fraction),
      (.decimal(half), .money, .bigInteger, .fraction),
      (.decimal(2_147_483_648), .money, .integer, .outOfRange),
      (.integer(-2_147_483_649), .bigInteger, .integer, .outOfRange),
      (.decimal(DecimalValue(units: .max)), .money, .bigInteger, .fraction),
      (
        .decimal(try DecimalValue(parsing: "9223372036854775808")), .money, .bigInteger,
        .outOfRange
      ),
      (.text("7"), .code(length: 5), .integer, .impossible(from: .code(length: 5), to: .integer)),
      (.empty, .date, .text(length: 9), .impossible(from: .date, to: .text(length: 9))),
      (.text("7"), .integer, .integer, .wrongValue),
      (.boolean(true), .integer, .text(length: 9), .wrongValue),
      (.integer(1), .boolean, .boolean, .wrongValue),
      (.integer(1), .option, .option, .wrongValue),
      (.date(.first), .guid, .guid, .wrongValue),
      (.boolean(true), .lookup, .lookup, .wrongValue),
      (.boolean(true), .date, .date, .wrongValue),
    ]
    for (value, source, target, failure) in expected {
      #expect(throws: failure, "\(value) from \(source) to \(target)") {
        try Conversion.convert(value, from: source, to: target)
      }
    }
    #expect(try Conversion.integer(from: 2_147_483_647 as DecimalValue) == 2_147_483_647)
    #expect(try Conversion.integer(from: -2_147_483_648 as Int64) == -2_147_483_648)
  }

  @Test("the longest text of a type is as long as its longest value's")
  func knowsLongestTexts() throws {
    let expected: [(FieldType, Value)] = [
      (.integer, .integer(Int64(Int32.min))), (.bigInteger, .integer(.min)),
      (.decimal(places: 10), .decimal(DecimalValue(units: .min))),
      (
        .decimal(places: 0),
        .decimal(try DecimalValue(units: .min).rounded(toPlaces: 0, mode: .down))
      ),
      (
        .decimal(places: 2),
        .decimal(try DecimalValue(units: .min).rounded(toPlaces: 2, mode: .down))
      ),
      (.money, .decimal(try DecimalValue(units: .min).rounded(toPlaces: 4, mode: .down))),
      (.boolean, .boolean(false)), (.date, .date(.last)),
      (.dateTime, .dateTime(DateTimeValue(milliseconds: .max))),
      (.guid, .guid(Guid(high: 1, low: 1))), (.option, .option(OptionValue(.min))),
    ]
    for (type, longest) in expected {
      #expect(Conversion.longestText(of: type) == TextLength.of("\(longest)"), "\(type)")
    }
    #expect(Conversion.longestText(of: .text(length: 30)) == 30)
    #expect(Conversion.longestText(of: .code(length: 20)) == 20)
    #expect(Conversion.longestText(of: .memo(length: nil)) == nil)
    #expect(Conversion.longestText(of: .lookup) == nil)
  }
}
