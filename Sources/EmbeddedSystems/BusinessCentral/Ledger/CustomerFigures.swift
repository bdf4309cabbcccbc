import MapRuntime

/// An amount of the ledger in local currency, with the day by which it is counted.
struct DatedAmount: Hashable, Sendable {
  let date: DateValue
  let amount: DecimalValue
}

/// What Business Central shows on a customer's card. What travels is counted where it is mapped.
enum CustomerFigures {
  /// Balance Due (LCY): all movements of entries that were due by a day, whenever they were posted
  /// (DH-5).
  ///
  /// - Parameter details: by Initial Entry Due Date.
  static func balanceDue(
    _ details: some Sequence<DatedAmount>, upTo day: DateValue
  ) throws(AmountRefusal) -> DecimalValue {
    var sum: DecimalValue = 0
    for detail in details where detail.date <= day { sum = try sum.adding(detail.amount) }
    return sum
  }
}
