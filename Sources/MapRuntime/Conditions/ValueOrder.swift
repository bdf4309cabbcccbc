/// How two values compare in a condition: less, same, or more.
enum ValueOrder: Hashable, Sendable {
  case less
  case same
  case more

  /// Numbers by value, options by number, a date as its midnight, texts by their code points; nil if
  /// one is empty or the two do not compare.
  static func of(_ left: Value, _ right: Value, caseSensitive: Bool) -> ValueOrder? {
    if left.isEmpty || right.isEmpty { return nil }
    switch (left, right) {
    case (.text(let left), .text(let right)):
      return caseSensitive
        ? order(left, right) : order(TextCase.upper(left), TextCase.upper(right))
    case (.boolean(let left), .boolean(let right)): return order(left ? 1 : 0, right ? 1 : 0)
    case (.guid(let left), .guid(let right)): return order(left, right)
    default: break
    }
    if let left = number(left), let right = number(right) { return order(left, right) }
    if let left = moment(left), let right = moment(right) { return order(left, right) }
    return nil
  }

  private static func order(_ left: String, _ right: String) -> ValueOrder {
    TextOrder.isBefore(left, right) ? .less : TextOrder.isSame(left, right) ? .same : .more
  }

  private static func order<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> ValueOrder {
    left < right ? .less : right < left ? .more : .same
  }

  private static func number(_ value: Value) -> DecimalValue? {
    switch value {
    case .integer(let number): DecimalValue(number)
    case .decimal(let number): number
    case .option(let option): DecimalValue(Int64(option.rawValue))
    default: nil
    }
  }

  private static func moment(_ value: Value) -> DateTimeValue? {
    switch value {
    case .date(let date): DateTimeValue(midnightOf: date)
    case .dateTime(let moment): moment
    default: nil
    }
  }
}
