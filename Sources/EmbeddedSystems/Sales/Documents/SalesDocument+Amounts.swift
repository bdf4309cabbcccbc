import MapRuntime

extension SalesDocument {
  /// What every line has, whoever computes it: its number, the currency of its header, whether it is
  /// a write-in, whose price is always its own (SC-5, SA-9).
  mutating func describeLines() {
    var last: [SalesLineField: Int64] = [:]
    let numbers: [SalesLineField] = [.sequencenumber, .lineitemnumber]
    for field in numbers { last[field] = lines.compactMap { $0.row[field].integer }.max() }
    for index in lines.indices {
      for field in numbers where lines[index].row[field].isEmpty {
        let next = (last[field] ?? 0) + 1
        lines[index].row.set(field, .integer(next))
        last[field] = next
      }
      let isWriteIn = lines[index].isWriteIn
      lines[index].row.set(.isproductoverridden, .boolean(isWriteIn))
      if isWriteIn || lines[index].row[.ispriceoverridden].isEmpty {
        lines[index].row.set(.ispriceoverridden, .boolean(isWriteIn))
      }
      lines[index].row.set(.transactioncurrencyid, header[.transactioncurrencyid])
      lines[index].row.set(.exchangerate, header[.exchangerate])
      // Nothing but a second write fills them where nobody computes (SA-6, SG-4).
      for field in [SalesLineField.baseamount, .extendedamount]
      where lines[index].isNew && lines[index].row[field].isEmpty {
        lines[index].row.set(field, .of(DecimalValue.zero))
      }
    }
  }

  /// Rounds what was given, as the money columns hold it (SC-1, SC-2).
  mutating func round(_ precision: SalesPrecision) throws(DecimalFailure) {
    for field in SalesHeaderField.given + SalesHeaderField.totals {
      guard let amount = header[field].decimal else { continue }
      header.set(field, .of(try amount.money(precision.amounts)))
    }
    for index in lines.indices {
      for field in SalesLineField.amounts {
        guard let amount = lines[index].row[field].decimal else { continue }
        lines[index].row.set(field, .of(try amount.money(precision.amounts)))
      }
      if let price = lines[index].row[.priceperunit].decimal {
        lines[index].row.set(.priceperunit, .of(try price.money(precision.prices)))
      }
    }
  }

  /// Computes the amounts of the lines and the totals (SA-1 to SA-3, SB-1 to SB-7).
  mutating func total(
    _ extent: SalesExtent, _ discount: ManualDiscount, _ precision: SalesPrecision
  ) throws(DecimalFailure) {
    var amounts: [SalesDetailAmounts] = []
    for index in lines.indices {
      let row = lines[index].row
      var line = try SalesDetailAmounts(
        SalesDetailTerms(
          quantity: row.number(.quantity), pricePerUnit: row.number(.priceperunit),
          volumeDiscount: row.number(.volumediscountamount),
          manualDiscount: row.number(.manualdiscountamount), tax: row.number(.tax)),
        discount, places: precision.amounts)
      if extent == .filling, let stated = row[.baseamount].decimal, stated != .zero {
        line.base = stated
      }
      amounts.append(line)
      let extended = try line.extended
      lines[index].row.fill(.baseamount, line.base, extent)
      lines[index].row.fill(.extendedamount, extended, extent)
    }
    let totals = try SalesTotals(
      of: amounts,
      SalesHeaderTerms(
        discountAmount: header.number(.discountamount),
        discountPercentage: header.number(.discountpercentage),
        freight: header.number(.freightamount)), places: precision.amounts)
    header.fill(.totallineitemdiscountamount, totals.lineItemDiscount, extent)
    header.fill(.totallineitemamount, totals.lineItemAmount, extent)
    header.fill(.totaldiscountamount, totals.discount, extent)
    header.fill(.totalamountlessfreight, totals.amountLessFreight, extent)
    header.fill(.totaltax, totals.tax, extent)
    header.fill(.totalamount, totals.amount, extent)
  }

  /// Gives every amount its twin in the base currency (SC-3).
  mutating func convert(_ precision: SalesPrecision) throws(DecimalFailure) {
    guard let rate = header[.exchangerate].decimal, rate > .zero else { return }
    for (field, base) in SalesHeaderField.twins {
      let twin = try header[field].decimal?.inBaseCurrency(rate: rate, places: precision.base)
      header.set(base, .of(twin))
    }
    for index in lines.indices {
      for (field, base) in SalesLineField.twins {
        let twin = try lines[index].row[field].decimal?
          .inBaseCurrency(rate: rate, places: precision.base)
        lines[index].row.set(base, .of(twin))
      }
    }
  }
}

extension FieldRow {
  /// Takes what was computed, unless something is stated that stays.
  fileprivate mutating func fill(
    _ field: Field, _ amount: DecimalValue, _ extent: SalesExtent
  ) {
    if extent == .filling, let stated = self[field].decimal, stated != .zero { return }
    set(field, .of(amount))
  }
}
