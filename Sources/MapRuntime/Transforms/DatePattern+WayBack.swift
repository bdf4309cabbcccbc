extension DatePattern {
  /// Whether each text it makes stands for one date only: year, month and day are there, and no
  /// number of varying width is followed by a digit.
  public var keepsDate: Bool {
    var has = (year: false, month: false, day: false)
    for (place, element) in elements.enumerated() {
      switch element {
      case .year: has.year = true
      case .shortYear, .literal: break
      case .month(let width):
        has.month = true
        if width == 1, startsWithDigit(after: place) { return false }
      case .day(let width):
        has.day = true
        if width == 1, startsWithDigit(after: place) { return false }
      }
    }
    return has.year && has.month && has.day
  }

  private func startsWithDigit(after place: Int) -> Bool {
    for element in elements.dropFirst(place + 1) {
      guard case .literal(let text) = element else { return true }
      if let first = text.utf8.first { return (0x30...0x39).contains(first) }
    }
    return false
  }

  /// The date that this pattern writes as exactly this text; nil if there is none, or more.
  public func parse(_ text: String) -> DateValue? {
    guard keepsDate else { return nil }
    var scanner = ByteScanner(text)
    var parts = (year: 0, month: 0, day: 0)
    for element in elements {
      switch element {
      case .year: parts.year = scanner.takeNumber(digits: 4) ?? 0
      case .shortYear: _ = scanner.takeNumber(digits: 2)
      case .month(let width): parts.month = scanner.takeNumber(digits: width...2) ?? 0
      case .day(let width): parts.day = scanner.takeNumber(digits: width...2) ?? 0
      case .literal(let literal):
        for scalar in literal.utf8 { _ = scanner.take(byte: scalar) }
      }
    }
    guard let date = DateValue(year: parts.year, month: parts.month, day: parts.day),
      TextOrder.isSame(format(date), text)
    else { return nil }
    return date
  }
}
