import MapRuntime
import Testing

@Suite("Dates and moments")
struct DateTests {
  @Test("days and ISO texts agree with Python's calendar")
  func datesAgreeWithPython() throws {
    let rows = try OracleTable.rows("dates")
    #expect(rows.count > 200)
    for row in rows {
      let days = try #require(Int32(row[0]))
      #expect(DateValue(days: days).description == row[1])
      #expect(DateValue(parsing: row[1])?.days == days)
    }
  }

  @Test("moments with offsets and fractions agree with Python's")
  func momentsAgreeWithPython() throws {
    for row in try OracleTable.rows("moments") {
      let milliseconds = try #require(Int64(row[1]))
      #expect(DateTimeValue(parsing: row[0])?.milliseconds == milliseconds, "\(row)")
      #expect(DateTimeValue(milliseconds: milliseconds).description == row[2])
      #expect(DateTimeValue(parsing: row[2])?.milliseconds == milliseconds)
    }
  }

  @Test(
    "days that do not exist are refused",
    arguments: [
      "2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026-1-15", "2026-01-15 ", "20260115", "2026/01/15", "", "2026-01-32",
    ])
  func refusesDates(text: String) {
    #expect(DateValue(parsing: text) == nil)
  }

  @Test(
    "moments in other forms are refused",
    arguments: [
      "2026-01-15", "2026-01-15T09:00Z", "2026-01-15T09:00:00", "2026-01-15 09:00:00Z",
      "2026-01-15T24:00:00Z", "2026-01-15T09:60:00Z", "2026-01-15T09:00:60Z",
      "2026-01-15T09:00:00.Z", "2026-01-15T09:00:00+0200", "2026-01-15T09:00:00+24:00",
      "2026-01-15T09:00:00+02:60", "2026-01-15T09:00:00ZZ", "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01",
    ])
  func refusesMoments(text: String) {
    #expect(DateTimeValue(parsing: text) == nil)
  }

  @Test("days outside the years 1 to 9999 count as the nearest day")
  func clampsDates() {
    #expect(DateValue(days: -719_163).description == "0001-01-01")
    #expect(DateValue(days: 2_932_897).description == "9999-12-31")
    #expect(DateTimeValue(milliseconds: .min).description == "0001-01-01T00:00:00Z")
    #expect(DateTimeValue(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
  }

  @Test("a moment before 1970 belongs to the day it is in")
  func findsDayOfEarlyMoment() throws {
    let moment = try #require(DateTimeValue(parsing: "1969-12-31T23:59:59.999Z"))
    #expect(moment.milliseconds == -1)
    #expect(moment.date.days == -1)
    #expect(moment.timeOfDay == 86_399_999)
    #expect(DateTimeValue(milliseconds: -86_400_000).date.days == -1)
    #expect(DateTimeValue(midnightOf: DateValue(days: -1)).milliseconds == -86_400_000)
  }

  @Test("dates and moments are ordered by time")
  func orders() throws {
    #expect(DateValue(days: 1) < DateValue(days: 2))
    #expect(DateTimeValue(milliseconds: -1) < DateTimeValue(milliseconds: 0))
  }
}
