import MapRuntime

/// Lines of a quote, an order or an invoice can be made, changed and deleted while their document
/// can (SD-1), with products that are sold, in units that those have (SH-5, SH-6).
struct SalesLines: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { SalesTables.hasLines(table) }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard session.writer != .system, let tables = session.schema.sales[change.table.name],
      let lines = tables.lines
    else { return }
    let before = change.before.map { lines.places.row(change.id, $0) }
    let after = change.after.map { lines.places.row(change.id, $0) }
    for id in change.headers(lines) {
      guard let header = try session.salesHeader(tables, id) else { continue }
      func document() throws -> String { try session.shown(tables.header.table, id) }
      if let state = tables.state(header[.statecode]), state.isLocked,
        try !session.writesSubmitted(tables.header.table, state)
      {
        throw Refusal("\(try document()) is '\(state.name)' and its lines cannot be changed")
      }
      if let after {
        try session.check(
          after, before: before, header: header, shown: { change.shown }, document: document)
      }
    }
  }
}

extension RowChange {
  /// The documents whose line was written: the one that it was in, and the one that it is in.
  func headers(_ lines: SalesTables.Lines) -> [Guid] {
    let before = old(lines.headerField).lookup?.id
    let after = self[lines.headerField].lookup?.id
    return [before, after == before ? nil : after].compactMap { $0 }
  }
}

extension SalesTables {
  /// Whether a table has the lines of documents.
  static func hasLines(_ table: TableLayout) -> Bool {
    guard table.side == .sales, let header = table.description.parent?.table else { return false }
    return SalesKind(rawValue: header) != nil && table.name == header + "detail"
  }

  /// Whether a table has documents.
  static func hasHeaders(_ table: TableLayout) -> Bool {
    table.side == .sales && SalesKind(rawValue: table.name) != nil
  }
}

extension WriteSession {
  /// Whether a locked document takes what the integration writes: an order that was submitted, while
  /// another system processes orders (SD-1).
  func writesSubmitted(_ table: TableLayout, _ state: StatesDescription.State) throws -> Bool {
    try author == .integration && SalesKind(rawValue: table.name) == .order && state.value == 1
      && table.side == .sales && salesOrganization().isIntegrated
  }

  /// Refuses what no line may hold: a discount below 0 (SA-5), a product that is not sold now (SH-6), a
  /// unit of another group (SH-5), a price of its own where prices are locked (SD-4).
  /// - Parameters:
  ///   - before: the line as it was; nil for a new one.
  ///   - shown: the line as messages call it.
  ///   - document: its document likewise.
  func check(
    _ line: FieldRow<SalesLineField>, before: FieldRow<SalesLineField>?,
    header: FieldRow<SalesHeaderField>, shown: () throws -> String, document: () throws -> String
  ) throws {
    if line.number(.manualdiscountamount) < .zero {
      throw Refusal("\(try shown()): field 'manualdiscountamount' cannot be less than 0")
    }
    if header.isTrue(.ispricelocked) {
      if before == nil, line[.productid].isEmpty {
        throw Refusal("\(try document()) has locked prices and takes no write-in line")
      }
      if line.isTrue(.ispriceoverridden), before?.isTrue(.ispriceoverridden) != true {
        throw Refusal("\(try document()) has locked prices; no line can have one of its own")
      }
    }
    let isProductNew = line[.productid] != before?[.productid] ?? .empty
    guard isProductNew || line[.uomid] != before?[.uomid],
      let id = line[.productid].lookup?.id, let product = try salesProduct(id)
    else { return }
    if isProductNew, !product.isActive {
      throw Refusal(
        "\(try document()): the product '\(product.name)' is not active and cannot be added")
    }
    if let unit = line[.uomid].lookup?.id, let group = product.unitGroup,
      let other = try salesUnitGroup(unit), other != group
    {
      throw Refusal(
        "\(try document()): the product '\(product.name)' is not sold in this unit, which is of"
          + " another unit group")
    }
  }
}

extension FieldRow<SalesHeaderField> {
  /// Refuses what no header may hold (SB-11).
  func check(_ shown: String) throws(Refusal) {
    for field in SalesHeaderField.given where number(field) < .zero {
      throw Refusal("\(shown): field '\(field.name)' cannot be less than 0")
    }
    if !(0...100).contains(number(.discountpercentage)) {
      throw Refusal("\(shown): field 'discountpercentage' must be from 0 to 100")
    }
  }
}
