import MapRuntime
import Testing

@Suite("Decimals")
struct DecimalValueTests {
  @Test(
    "every calculation agrees with Python's integers",
    arguments: ["add", "subtract", "multiply", "divide", "nearest", "up", "down", "bytes"])
  func agreesWithPython(operation: String) throws {
    let rows = try OracleTable.rows("decimals").filter { $0[0] == operation }
    #expect(rows.count == 160)
    for row in rows {
      #expect(try result(of: row) == row[3], "\(row)")
    }
  }

  private func result(of row: [String]) throws -> String {
    let left = try DecimalValue(parsing: row[1])
    do {
      switch row[0] {
      case "add": return try (left + DecimalValue(parsing: row[2])).description
      case "subtract": return try (left - DecimalValue(parsing: row[2])).description
      case "multiply": return try (left * DecimalValue(parsing: row[2])).description
      case "divide": return try (left / DecimalValue(parsing: row[2])).description
      case "bytes": return hexadecimal(left.sortableBytes)
      default:
        let places = try #require(Int(row[2]))
        return try left.rounded(toPlaces: places, mode: mode(row[0])).description
      }
    } catch DecimalFailure.overflow {
      return "overflow"
    } catch DecimalFailure.divisionByZero {
      return "zero"
    }
  }

  private func mode(_ name: String) throws -> DecimalRounding {
    try #require(DecimalRounding.allCases.first { "\($0)" == name })
  }

  @Test("a half is rounded away from zero, as BC does")
  func roundsHalves() throws {
    #expect(try DecimalValue(parsing: "0.125").rounded(toPlaces: 2).description == "0.13")
    #expect(try DecimalValue(parsing: "-0.125").rounded(toPlaces: 2).description == "-0.13")
    #expect(try DecimalValue(parsing: "0.1249999999").rounded(toPlaces: 2).description == "0.12")
  }

  @Test("a product and a quotient round a half away from zero too, however long they are")
  func roundsHalvesOfResults() throws {
    let least = DecimalValue(units: 1)
    #expect(try least / 2 == least)
    #expect(try least / -2 == DecimalValue(units: -1))
    #expect(try least / 3 == 0)
    let half = try DecimalValue(parsing: "0.5")
    #expect(try half * least == least)
    // 20000000000000000000.0000000001 * 0.5 needs more than 128 bits before it is rounded.
    let long = try DecimalValue(parsing: "20000000000000000000.0000000001")
    #expect(try (long * half).description == "10000000000000000000.0000000001")
    #expect(try (long * -half).description == "-10000000000000000000.0000000001")
  }

  @Test("BC's documented rounding of negative numbers: up is away from zero")
  func roundsNegativesAsDocumented() throws {
    let value = try DecimalValue(parsing: "-1234.56789")
    #expect(try value.rounded(toPlaces: 3, mode: .up).description == "-1234.568")
    #expect(try value.rounded(toPlaces: 3, mode: .down).description == "-1234.567")
  }

  @Test("places outside 0 to 10 count as the nearest of these")
  func roundsToOddPlaces() throws {
    let value = try DecimalValue(parsing: "15.0000000005")
    #expect(try value.rounded(toPlaces: 11) == value)
    #expect(try value.rounded(toPlaces: -1) == 15)
  }

  @Test("texts that are no decimals say why")
  func refusesTexts() {
    let expected: [(String, DecimalFailure)] = [
      ("", .notANumber), ("-", .notANumber), ("+1", .notANumber), (".5", .notANumber),
      ("5.", .notANumber), ("1e3", .notANumber), ("1,000", .notANumber), (" 1", .notANumber),
      ("1 ", .notANumber), ("--1", .notANumber), ("1.2.3", .notANumber), ("١", .notANumber),
      ("0.12345678901", .tooManyPlaces), ("17014118346046923173168730372", .overflow),
      ("17014118346046923173168730371.5884105728", .overflow),
      ("99999999999999999999999999999999999999999", .overflow),
    ]
    for (text, failure) in expected {
      #expect(throws: failure, "\(text)") { try DecimalValue(parsing: text) }
    }
  }

  @Test("texts are read exactly and written without trailing zeros")
  func readsTexts() throws {
    let expected = [
      "-12.50": "-12.5", "007": "7", "0.0000000001": "0.0000000001", "-0": "0", "100": "100",
      "1.0": "1", "0.10203": "0.10203", "12345678901234567890123": "12345678901234567890123",
      "-17014118346046923173168730371.5884105728": "-17014118346046923173168730371.5884105728",
    ]
    for (text, written) in expected {
      #expect(try DecimalValue(parsing: text).description == written)
    }
  }

  @Test("the order of the bytes is the order of the numbers, and the bytes read back")
  func sortsByBytes() throws {
    let rows = try OracleTable.rows("decimals").filter { $0[0] == "bytes" }
    let values = try rows.map { try DecimalValue(parsing: $0[1]) }
    let byNumber = values.sorted()
    let byBytes = values.sorted { $0.sortableBytes.lexicographicallyPrecedes($1.sortableBytes) }
    #expect(byNumber == byBytes)
    for value in values {
      #expect(DecimalValue(sortableBytes: value.sortableBytes) == value)
    }
    #expect(DecimalValue(sortableBytes: [UInt8](repeating: 0, count: 15)) == nil)
  }

  @Test("a value knows how many places it needs")
  func countsPlaces() throws {
    for (text, places) in ["0": 0, "-5": 0, "100": 0, "0.5": 1, "-1.25": 2, "0.0000000001": 10] {
      #expect(try DecimalValue(parsing: text).places == places)
    }
  }

  @Test("every Int64 is a decimal")
  func takesEveryInteger() {
    #expect(DecimalValue(Int64.max).description == "9223372036854775807")
    #expect(DecimalValue(Int64.min).description == "-9223372036854775808")
  }

  @Test("the least value has no opposite")
  func negates() throws {
    #expect(try -DecimalValue(5) == -5)
    #expect(throws: DecimalFailure.overflow) { try -DecimalValue(units: .min) }
  }
}
