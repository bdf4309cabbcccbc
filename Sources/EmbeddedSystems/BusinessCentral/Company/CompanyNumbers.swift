import GRDB
import GRDBSQLite
import MapRuntime

/// Numbers of documents: from the series that the setup names, or from the company's own.
extension WriteSession {
  /// The next number for a document (DI-1 to DI-6).
  /// - Parameters:
  ///   - taken: whether a record has a number already; the next one is drawn then (DI-4).
  ///   - date: the usage date.
  func draw(
    _ document: NumberedDocument, on date: DateValue, isTaken: (String) throws -> Bool
  ) throws -> String {
    let data = CompanyData(session: self)
    while true {
      let number =
        if let code = try data.setup().series[document] {
          try drawFrom(series: code, on: date)
        } else {
          try drawOwn(document)
        }
      if try !isTaken(number) { return number }
    }
  }

  /// Refuses a number of the caller's own where the series gives all of them (DI-4).
  func checkOwnNumber(_ number: String, _ document: NumberedDocument) throws {
    let data = CompanyData(session: self)
    guard let code = try data.setup().series[document],
      let series = try data.record("No. Series", code)
    else { return }
    guard series.isTrue("Manual Nos.") else {
      throw Refusal("the number series '\(code)' gives its numbers itself, so not '\(number)'")
    }
  }

  private func drawOwn(_ document: NumberedDocument) throws -> String {
    let name = "Sales Header.\(document.rawValue)"
    guard var series = try series(name) ?? NumberSeries(first: document.first) else {
      throw Refusal("'\(document.first)' is no first number")
    }
    let number = series.number
    series.next += 1
    save(series, as: name)
    return number
  }

  private func drawFrom(series code: String, on date: DateValue) throws -> String {
    let (line, number) = try nextNumber(of: code, on: date)
    try change(
      "No. Series Line", line, ["Last No. Used": .text(number), "Last Date Used": .date(date)],
      by: .system)
    return number
  }

  /// Refuses where a series could give no number on a day.
  func checkNumbers(of code: String, on date: DateValue) throws {
    _ = try nextNumber(of: code, on: date)
  }

  /// The line of a series that gives the next number, and the number.
  private func nextNumber(
    of code: String, on date: DateValue
  ) throws -> (line: Guid, number: String) {
    guard let series = try CompanyData(session: self).record("No. Series", code),
      let lines = schema["No. Series Line"]
    else { throw Refusal("there is no number series '\(code)'") }
    guard series.isTrue("Default Nos.") else {
      throw Refusal("the number series '\(code)' gives no numbers by itself")
    }
    let open = try find(lines.name, ["Series Code": .text(code), "Open": .boolean(true)])
      .compactMap { id in
        try values(of: lines, id).map { MasterRecord(table: lines, id: id, values: $0) }
      }
      .filter { ($0.date("Starting Date") ?? .first) <= date }
    guard
      let line = open.max(by: {
        ($0.date("Starting Date") ?? .first) < ($1.date("Starting Date") ?? .first)
      })
    else { throw Refusal("the number series '\(code)' has no line that is open on \(date)") }
    if series.isTrue("Date Order"), let last = line.date("Last Date Used"), date < last {
      throw Refusal(
        "the number series '\(code)' goes by date: \(date) is before \(last), its last number's")
    }
    return (line.id, try next(of: line, code))
  }

  private func next(of line: MasterRecord, _ code: String) throws -> String {
    let last = line.text("Last No. Used")
    let first = line.text("Starting No.")
    guard !last.isEmpty else { return first }
    let step = UInt32(clamping: max(1, line["Increment-by No."].integer ?? 1))
    let number: String
    do throws(SeriesNumber.Refusal) {
      number = try SeriesNumber.next(after: last, by: step)
    } catch {
      throw Refusal("the number series '\(code)': no number follows '\(last)'")
    }
    let end = line.text("Ending No.")
    if !end.isEmpty,
      number.utf16.count > end.utf16.count
        || number.utf16.count == end.utf16.count && number > end
    {
      throw Refusal("the number series '\(code)' is at its end: '\(end)' was its last number")
    }
    return number
  }
}
