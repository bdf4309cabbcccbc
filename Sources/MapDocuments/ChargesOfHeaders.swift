import MapRuntime
import MapSync

/// What documents charge for freight and take off as a whole, beside their lines (R E-33, E-34): of one
/// that is there, both are as the Sales document has them, also where that is nothing any more (R F-5).
extension HeaderPage {
  /// What the documents have that may be written again, by their sources.
  func charges(of rows: [PageRow<Way>]) async throws(StoreFailure) -> [Guid: DocumentCharges] {
    guard part.isTwoWay, Way.direction == .toBC,
      part.policy.freight != nil || part.policy.invoiceDiscount != nil
    else { return [:] }
    var sources: [Guid: Guid] = [:]
    for row in rows where row.fate == .update {
      if let target = row.target { sources[target.id] = row.source.id }
    }
    guard !sources.isEmpty else { return [:] }
    let found = try await part.lines.target.charges(
      of: sources.keys.sorted(), freightOn: freightAccount, in: Way.Target.table)
    return Dictionary(
      found.compactMap { id, charges in sources[id].map { ($0, charges) } }
    ) { first, _ in first }
  }

  /// Gives a draft its charges; false where they cannot be taken, which its header then says.
  func charge(
    _ draft: inout DocumentDraft<Way, Lines>, _ charges: DocumentCharges?,
    _ lacking: LackingRecords<Way, Lines>.Found, _ page: Page<Way>
  ) -> Bool {
    let values = RecordValues(of: draft.header.source.record)
    if let freight = part.policy.freight {
      let amount = max(decimal(freight.from, values) ?? .zero, .zero)
      if amount > .zero {
        guard let account = account(for: amount, freight, draft.header, lacking, page) else {
          return false
        }
        draft.freight = NewFreight(amount, account: account)
      } else if draft.there != nil, let account = freightAccount {
        draft.freight = NewFreight(.zero, account: account)
      }
    }
    draft.invoiceDiscount = invoiceDiscount(values)
    if draft.there != nil, part.policy.invoiceDiscount != nil, draft.invoiceDiscount == nil {
      draft.invoiceDiscount = .zero
    }
    draft.charges = charges
    if draft.changesCharges { draft.header.hasMore = true }
    return true
  }

  private var freightAccount: String? {
    let account = part.policy.freight?.account.value(
      as: .code(length: 20), on: .bc, in: part.lines.values
    ).text
    return account.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The account that freight is booked on; nil where there is none, which the header then says.
  private func account(
    for amount: DecimalValue, _ freight: DocumentPolicy.Freight, _ row: PageRow<Way>,
    _ lacking: LackingRecords<Way, Lines>.Found, _ page: Page<Way>
  ) -> String? {
    guard let account = freightAccount else {
      let setting = freight.account.setting.map { "the setting '\($0)'" } ?? "'freight'"
      page.fail(row, "has freight of \(amount), and no account for it: give \(setting) a value")
      return nil
    }
    if let lacking = lacking.account {
      page.fail(row, "has freight of \(amount), and \(lacking)")
      return nil
    }
    return account
  }

  /// What a Sales document takes off the sum of its lines (R E-34, SB-3); less than nothing where more
  /// comes back than is sold.
  private func invoiceDiscount(_ values: RecordValues) -> DecimalValue? {
    guard let discount = part.policy.invoiceDiscount, let lines = decimal(discount.lines, values)
    else { return nil }
    let amounts = discount.from.compactMap { decimal($0, values) }
    if let rest = discount.rest {
      guard amounts.contains(where: { $0 != .zero }), let rest = decimal(rest, values),
        lines != rest
      else { return nil }
      return try? lines - rest
    }
    guard let percentage = discount.percentage else { return nil }
    let share = decimal(percentage.field, values) ?? .zero
    let places = Way.Source.table.column(percentage.places).flatMap { values[$0].integer } ?? 2
    let counted = try? amounts.reduce((lines * share / 100).rounded(toPlaces: Int(places))) {
      sum, amount in try sum + amount
    }
    return counted.flatMap { $0 == .zero ? nil : $0 }
  }

  private func decimal(_ field: String, _ values: RecordValues) -> DecimalValue? {
    Way.Source.table.column(field).flatMap { values[$0].decimal }
  }
}

extension DocumentDraft {
  /// Whether freight or discount become something else than they are.
  var changesCharges: Bool { newFreight != nil || newDiscount != nil }

  private var newFreight: DecimalValue? {
    guard let charges, let amount = freight?.amount, amount != charges.freight else { return nil }
    return amount
  }

  private var newDiscount: DecimalValue? {
    guard let charges, let invoiceDiscount, invoiceDiscount != charges.invoiceDiscount else {
      return nil
    }
    return invoiceDiscount
  }

  /// What becomes of them, for the document's history; nil where they stay.
  var changedCharges: String? {
    let told = [
      newFreight.map { "its freight: \($0)" }, newDiscount.map { "its discount: \($0)" },
    ].compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }
}
