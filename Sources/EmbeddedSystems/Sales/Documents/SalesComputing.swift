import MapRuntime

/// How much of a document Sales computes (SD-3).
enum SalesExtent: Hashable, Sendable {
  /// Prices, amounts and totals.
  case full
  /// What nobody stated; what a test begins with stays.
  case filling
  /// Nothing: what was written stays.
  case kept
}

extension WriteSession {
  /// How much of a document is computed when the session writes it: quotes always; orders and
  /// invoices unless the integration writes them while another system processes orders; what is
  /// submitted or closed for nobody (SD-3).
  func salesExtent(_ document: SalesDocument) throws -> SalesExtent {
    let organization = try salesOrganization()
    guard organization.computes else { return .kept }
    if document.tables.kind == .quote { return .full }
    let isBegun = author == .system
    if document.state?.isLocked == true, !isReopening { return isBegun ? .filling : .kept }
    guard organization.isIntegrated else { return .full }
    switch author {
    case .integration: return .kept
    // Where another system processes orders, invoices come from it (SD-6).
    case .system where document.tables.kind == .invoice: return .filling
    case .system, .person: return .full
    }
  }

  /// Computes what Sales keeps of a document by itself, in memory.
  /// - Throws: `Refusal`, where an amount has no room.
  func compute(_ document: inout SalesDocument) throws {
    let extent = try salesExtent(document)
    let currency = try salesCurrency(document.header[.transactioncurrencyid].lookup?.id)
    let precision = try salesPrecision(currency)
    do {
      if document.isCurrencyNew || document.header[.exchangerate].isEmpty {
        document.header.set(.exchangerate, .of(currency.rate))
      }
      document.describeLines()
      if author != .system { try document.round(precision) }
      if extent != .kept {
        let headerError = try priceListError(document)
        for index in document.lines.indices {
          try price(&document, index, extent, headerError, precision)
        }
        try document.total(extent, try salesOrganization().manualDiscount, precision)
        let hasErrors = document.lines.contains {
          $0.row[.pricingerrorcode] != PricingError.none.value
        }
        let error = headerError ?? (hasErrors ? .detail : .none)
        document.header.set(.pricingerrorcode, error.value)
      }
      try document.convert(precision)
    } catch is DecimalFailure {
      throw Refusal(
        "\(try shown(document.tables.header.table, document.id)): its amounts are too large")
    }
  }

  /// What the amounts of a document's lines have above what their quantities come to at their prices,
  /// all as money columns hold it (R H-11, SC-2).
  func roundingGap(of document: SalesDocument) throws -> DecimalValue {
    let currency = try salesCurrency(document.header[.transactioncurrencyid].lookup?.id)
    let precision = try salesPrecision(currency)
    do {
      return try document.lines.reduce(DecimalValue.zero) { gap, line in
        let price = try line.row.number(.priceperunit).money(precision.prices)
        let atPrice = try (price * line.row.number(.quantity)).money(precision.amounts)
        return try gap + line.row.number(.baseamount).money(precision.amounts) - atPrice
      }
    } catch is DecimalFailure {
      throw Refusal(
        "\(try shown(document.tables.header.table, document.id)): its amounts are too large")
    }
  }

  /// A record as messages call it.
  func shown(_ table: TableLayout, _ id: Guid) throws -> String {
    let text = try values(of: table, id)?.lazy.compactMap(\.text).first
    return "\(table.name) '\(text ?? id.description)'"
  }

  /// What is wrong with the price list of a document (SH-1, SH-3, SH-7).
  private func priceListError(_ document: SalesDocument) throws -> PricingError? {
    guard let id = document.header[.pricelevelid].lookup?.id else {
      return try salesOrganization().isPriceListMandatory ? .missingPriceList : nil
    }
    guard let list = try salesPriceList(id) else { return .missingPriceList }
    if !list.isActive { return .inactivePriceList }
    let currency = document.header[.transactioncurrencyid].lookup?.id
    return list.currency == nil || list.currency == currency ? nil : .otherCurrency
  }

  /// Looks up the price of a line that has none of its own (SA-9, SD-4).
  private func price(
    _ document: inout SalesDocument, _ index: Int, _ extent: SalesExtent,
    _ headerError: PricingError?, _ precision: SalesPrecision
  ) throws {
    let line = document.lines[index]
    let hasPrice = !line.row[.priceperunit].isEmpty
    if line.row.isTrue(.ispriceoverridden) {
      document.lines[index].row.set(.pricingerrorcode, PricingError.none.value)
      if extent == .full {
        document.lines[index].row.set(.volumediscountamount, .of(DecimalValue.zero))
      }
      return
    }
    let isLocked = document.header.isTrue(.ispricelocked) && !line.isNew
    if hasPrice, isLocked || extent == .filling { return }
    let found = try headerError.map { LinePrice(error: $0) } ?? listPrice(line, document, precision)
    document.lines[index].row.set(.pricingerrorcode, found.error.value)
    if let price = found.price {
      document.lines[index].row.set(.priceperunit, .of(price))
      if line.isDiscountOpen || line.isNew {
        document.lines[index].row.set(.volumediscountamount, .of(found.volumeDiscount))
      }
    } else if found.error != .none, author != .system || !hasPrice {
      document.lines[index].row.set(.priceperunit, .of(DecimalValue.zero))
    }
  }

  private func listPrice(
    _ line: SalesDocument.Line, _ document: SalesDocument, _ precision: SalesPrecision
  ) throws -> LinePrice {
    guard let list = document.header[.pricelevelid].lookup?.id else { return LinePrice() }
    guard let id = line.row[.productid].lookup?.id, let product = try salesProduct(id) else {
      return LinePrice(error: .invalidProduct)
    }
    guard let unit = line.row[.uomid].lookup?.id else { return LinePrice(error: .missingUnit) }
    guard
      let listed = try salesPrice(
        SalesCatalogue.PriceKey(list: list, product: id, unit: unit))
    else { return LinePrice(error: .notInPriceList) }
    var found = try listed.price(of: product, places: precision.prices)
    let quantity = line.row.number(.quantity)
    if found.error == .none, listed.isWhole, !quantity.fits(places: 0) {
      found.error = .invalidQuantity
    }
    guard let price = found.price, let discounts = listed.discountList else { return found }
    guard let discount = try salesDiscountList(discounts) else {
      found.error = .invalidDiscountList
      return found
    }
    if let amount = try discount.discount(quantity, at: price, places: precision.prices) {
      found.volumeDiscount = amount
    } else {
      found.error = .inactiveDiscountList
    }
    return found
  }
}
