extension DateTimeValue {
  /// Reads `2026-01-15T09:00:00Z`, with a fraction or with an offset like `+02:00` in place of the
  /// `Z`. Digits below the millisecond are dropped. Nil for any other form.
  public init?(parsing text: String) {
    var scanner = ByteScanner(text)
    guard let date = DateValue(from: &scanner), scanner.take("T"),
      let hour = scanner.takeNumber(digits: 2), hour < 24, scanner.take(":"),
      let minute = scanner.takeNumber(digits: 2), minute < 60, scanner.take(":"),
      let second = scanner.takeNumber(digits: 2), second < 60,
      let fraction = DateTimeValue.fraction(from: &scanner),
      let offset = DateTimeValue.offset(from: &scanner), scanner.isAtEnd
    else { return nil }
    let time = ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction
    let exact = Int64(date.days) * 86_400_000 + Int64(time)
    self.init(milliseconds: exact)
    guard milliseconds == exact else { return nil }
  }

  /// Milliseconds behind an optional point; nil for a point without digits.
  private static func fraction(from scanner: inout ByteScanner) -> Int? {
    guard scanner.take(".") else { return 0 }
    guard let tenths = scanner.takeDigit() else { return nil }
    var milliseconds = Int(tenths) * 100
    var weight = 10
    while let digit = scanner.takeDigit() {
      milliseconds += Int(digit) * weight
      weight /= 10
    }
    return milliseconds
  }

  /// Minutes east of UTC.
  private static func offset(from scanner: inout ByteScanner) -> Int? {
    if scanner.take("Z") { return 0 }
    let isWest = scanner.take("-")
    guard isWest || scanner.take("+"),
      let hours = scanner.takeNumber(digits: 2), hours < 24, scanner.take(":"),
      let minutes = scanner.takeNumber(digits: 2), minutes < 60
    else { return nil }
    return isWest ? -(hours * 60 + minutes) : hours * 60 + minutes
  }
}

extension DateTimeValue: CustomStringConvertible {
  /// ISO 8601 in UTC: `2026-01-15T09:00:00Z`, with milliseconds only where they are not zero.
  public var description: String {
    ByteWriter.text(capacity: 24) { writer in
      let time = Int(timeOfDay)
      date.write(to: &writer)
      writer.append("T")
      writer.append(time / 3_600_000, width: 2)
      writer.append(":")
      writer.append(time / 60_000 % 60, width: 2)
      writer.append(":")
      writer.append(time / 1000 % 60, width: 2)
      if time % 1000 != 0 {
        writer.append(".")
        writer.append(time % 1000, width: 3)
      }
      writer.append("Z")
    }
  }
}
