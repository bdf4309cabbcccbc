import MapRuntime

/// What a document charges for freight and takes off as a whole (DK-12, DA-30).
public struct BusinessCharges: Hashable, Sendable {
  /// As its lines have it, shipped or not.
  public let freight: DecimalValue
  public let invoiceDiscount: DecimalValue
}

extension BusinessDocument {
  /// What describes a line of freight.
  private static var freightText: String { "Freight Amount" }

  /// The lines that charge freight: those that say so, or whatever is on its account where somebody
  /// has written another description.
  private func freightLines(on account: String) -> [Index] {
    let account = Code.normalized(account)
    let there = lines.indices.filter {
      lineType($0) == .account && lines[$0].text(.number) == account
    }
    let described = there.filter(isFreight)
    return described.isEmpty ? there : described
  }

  private func isFreight(_ index: Index) -> Bool {
    lines[index].text(.description) == Self.freightText
  }

  func charges(freightOn account: String?) throws -> BusinessCharges {
    let charged = account.map(freightLines) ?? []
    return BusinessCharges(
      freight: try sum(charged.map { amounts.lines[$0].unitPrice }),
      invoiceDiscount: try sum(amounts.lines.map(\.invoiceDiscountAmount)))
  }

  private func sum(_ amounts: [DecimalValue]) throws -> DecimalValue {
    try amounts.reduce(.zero) { try $0 + $1 }
  }

  /// A charge for freight, as a line of its own (DK-12). What is shipped of it stays, and a line takes
  /// what lies beyond; where nothing does, the line goes that the freight had.
  mutating func take(freight: DocumentFreight) throws {
    let charged = freightLines(on: freight.account)
    let shipped = charged.filter { lines[$0].number(.quantityShipped) != 0 }
    let open = charged.filter { lines[$0].number(.quantityShipped) == 0 }
    let gone = try sum(shipped.map { amounts.lines[$0].unitPrice })
    let wanted = max(freight.amount, .zero)
    guard wanted > 0 || charged.contains(where: isFreight) else { return }
    guard wanted >= gone else {
      throw Refusal(
        "\(shown): freight of \(gone) is shipped already, so that it cannot be \(wanted); "
          + "give the freight as it was, or take it back on the invoice")
    }
    let rest = try wanted - gone
    for index in open.dropFirst(rest > 0 ? 1 : 0).reversed() { try removeLine(at: index) }
    guard rest > 0 else { return }
    if let line = open.first { return try take(price: rest, at: line) }
    let index = try addLine(company.session.system.newID())
    let table = tables.lines
    try assign(
      table.column(.type), .option(OptionValue(LineType.account.rawValue)), at: index)
    try assign(table.column(.number), .of(text: Code.normalized(freight.account)), at: index)
    change(index) { $0.set(.description, Self.freightText) }
    try take(quantity: 1, at: index)
    try take(price: rest, at: index)
  }
}

extension WriteSession {
  /// What documents charge and take off; those that are not there are left out.
  public func charges(
    of ids: [Guid], freightOn account: String?
  ) throws -> [Guid: BusinessCharges] {
    guard let tables = schema.business else { return [:] }
    var found: [Guid: BusinessCharges] = [:]
    for id in ids {
      found[id] = try document(id, tables)?.charges(freightOn: account)
    }
    return found
  }
}
