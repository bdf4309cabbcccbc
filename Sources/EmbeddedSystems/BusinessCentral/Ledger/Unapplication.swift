import MapRuntime

/// Takes an application back (DE-11).
struct Unapplication: Sendable {
  /// All detailed entries of the entries that take part, also those of other transactions.
  let details: [DetailedLedgerEntry]

  /// The mirrors of the detailed entries of a transaction, which are counted into their entries; both
  /// sides are open again and the discount is possible again. The caller marks the mirrored ones as
  /// unapplied, as the mirrors are.
  ///
  /// - Parameters:
  ///   - entries: those that take part.
  ///   - now: the transaction of the mirrors.
  func unapply(
    _ transaction: LedgerTransaction, of entries: inout [CustomerLedgerEntry],
    on date: DateValue, as now: LedgerTransaction
  ) throws(AmountRefusal) -> [DetailedLedgerEntry] {
    let undone = details.filter {
      $0.transaction == transaction && !$0.isUnapplied && $0.kind != .initialEntry
    }
    guard !undone.isEmpty else { throw .laterApplication }
    let isAppliedAgain = details.contains { later in
      later.kind == .application && !later.isUnapplied && later.transaction > transaction
        && undone.contains { $0.entry == later.entry }
    }
    guard !isAppliedAgain else { throw .laterApplication }
    guard undone.allSatisfy({ $0.date <= date }) else { throw .unapplicationDate }
    var mirrors: [DetailedLedgerEntry] = []
    for detail in undone {
      let mirror = DetailedLedgerEntry(
        kind: detail.kind, entry: detail.entry, appliedEntry: detail.appliedEntry,
        transaction: now, date: date, amount: try .negated(detail.amount),
        amountLocal: try .negated(detail.amountLocal), isUnapplied: true)
      mirrors.append(mirror)
      for index in entries.indices where entries[index].number == detail.entry {
        try entries[index].add(mirror)
      }
      guard detail.kind == .paymentDiscount || detail.kind == .paymentDiscountTolerance else {
        continue
      }
      for index in entries.indices where entries[index].number == detail.appliedEntry {
        try entries[index].giveBackDiscount(mirror.amount)
      }
    }
    return mirrors
  }
}
