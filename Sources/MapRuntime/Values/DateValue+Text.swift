extension DateValue {
  /// Reads `2026-01-15`; nil for any other form and for days that do not exist.
  public init?(parsing text: String) {
    var scanner = ByteScanner(text)
    guard let date = DateValue(from: &scanner), scanner.isAtEnd else { return nil }
    self = date
  }

  init?(from scanner: inout ByteScanner) {
    guard let year = scanner.takeNumber(digits: 4), scanner.take("-"),
      let month = scanner.takeNumber(digits: 2), scanner.take("-"),
      let day = scanner.takeNumber(digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension DateValue: CustomStringConvertible {
  /// ISO 8601: `2026-01-15`.
  public var description: String {
    ByteWriter.text(capacity: 10) { write(to: &$0) }
  }

  func write(to writer: inout ByteWriter) {
    let (year, month, day) = components
    writer.append(year, width: 4)
    writer.append("-")
    writer.append(month, width: 2)
    writer.append("-")
    writer.append(day, width: 2)
  }
}
