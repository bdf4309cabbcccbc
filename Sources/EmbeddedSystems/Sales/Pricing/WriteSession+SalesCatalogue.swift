import MapRuntime

/// Looking up what documents are computed with.
extension WriteSession {
  func salesOrganization() throws -> SalesOrganization {
    if let known = sales.organization { return known }
    var organization = SalesOrganization()
    if let record = try newestOrganization() {
      if record["discountcalculationmethod"]?.option == OptionValue(1) {
        organization.manualDiscount = .eachUnit
      }
      if let places = record["pricingdecimalprecision"]?.integer {
        organization.pricePlaces = Int(places)
      }
      organization.isPriceListMandatory = record["ispricelistmandatory"]?.boolean == true
      organization.isIntegrated = record["issopintegrationenabled"]?.boolean == true
      organization.computes = record["oobpricecalculationenabled"]?.integer != 0
      organization.baseCurrency = record["basecurrencyid"]?.lookup?.id
    }
    if organization.baseCurrency == nil {
      organization.baseCurrency = try setting("currency").lookup?.id
    }
    sales.organization = organization
    sales.isUsed = true
    return organization
  }

  private func newestOrganization() throws -> [String: Value]? {
    guard let table = schema["organization"] else { return nil }
    let select = try RowStatement(
      "SELECT \"$id\" FROM \(table.sqlName) ORDER BY rowid DESC LIMIT 1", on: db)
    defer { select.reset() }
    guard try select.step() else { return nil }
    return try salesRecord(table.name, try StatementRow.id(select.handle, 0))
  }

  /// A currency; one that nobody described has two places and no rate.
  func salesCurrency(_ id: Guid?) throws -> SalesCurrency {
    guard let id else { return SalesCurrency(rate: nil, places: 2) }
    if let known = sales.currencies[id] { return known }
    let record = try salesRecord("transactioncurrency", id) ?? [:]
    let currency = SalesCurrency(
      rate: record["exchangerate"]?.decimal.flatMap { $0 > .zero ? $0 : nil },
      places: record["currencyprecision"]?.integer.map { Int($0) } ?? 2)
    sales.currencies[id] = currency
    sales.isUsed = true
    return currency
  }

  /// How money of a document in a currency is rounded.
  func salesPrecision(_ currency: SalesCurrency) throws -> SalesPrecision {
    let organization = try salesOrganization()
    return SalesPrecision(
      amounts: currency.places, prices: organization.pricePlaces,
      base: try salesCurrency(organization.baseCurrency).places)
  }

  func salesPriceList(_ id: Guid) throws -> SalesPriceList? {
    if let known = sales.lists[id] { return known }
    let list = try salesRecord("pricelevel", id).map { record in
      SalesPriceList(
        isActive: record["statecode"]?.option != OptionValue(1),
        currency: record["transactioncurrencyid"]?.lookup?.id)
    }
    sales.lists[id] = .some(list)
    sales.isUsed = true
    return list
  }

  func salesProduct(_ id: Guid) throws -> SalesProduct? {
    if let known = sales.products[id] { return known }
    let product = try salesRecord("product", id).map { record in
      SalesProduct(
        name: record["name"]?.text ?? record["productnumber"]?.text ?? id.description,
        isActive: record["statecode"]?.option ?? OptionValue(0) == OptionValue(0),
        unitGroup: record["defaultuomscheduleid"]?.lookup?.id,
        listPrice: record["price"]?.decimal, currentCost: record["currentcost"]?.decimal,
        standardCost: record["standardcost"]?.decimal)
    }
    sales.products[id] = .some(product)
    sales.isUsed = true
    return product
  }

  func salesUnitGroup(_ unit: Guid) throws -> Guid? {
    if let known = sales.unitGroups[unit] { return known }
    let group = try salesRecord("uom", unit)?["uomscheduleid"]?.lookup?.id
    sales.unitGroups[unit] = .some(group)
    sales.isUsed = true
    return group
  }

  /// The row of a price list for a product in a unit (SH-2).
  func salesPrice(_ key: SalesCatalogue.PriceKey) throws -> SalesListedPrice? {
    if let known = sales.prices[key] { return known }
    var price: SalesListedPrice?
    if schema["productpricelevel"] != nil,
      let id = try find(
        "productpricelevel",
        [
          "pricelevelid": .guid(key.list), "productid": .guid(key.product),
          "uomid": .guid(key.unit),
        ]
      ).first, let record = try salesRecord("productpricelevel", id)
    {
      price = SalesListedPrice(
        method: record["pricingmethodcode"]?.option, amount: record["amount"]?.decimal,
        percentage: record["percentage"]?.decimal,
        roundingPolicy: record["roundingpolicycode"]?.option,
        roundingOption: record["roundingoptioncode"]?.option,
        roundingAmount: record["roundingoptionamount"]?.decimal ?? .zero,
        isWhole: record["quantitysellingcode"]?.option == OptionValue(2),
        discountList: record["discounttypeid"]?.lookup?.id)
    }
    sales.prices[key] = .some(price)
    sales.isUsed = true
    return price
  }

  func salesDiscountList(_ id: Guid) throws -> SalesDiscountList? {
    if let known = sales.discounts[id] { return known }
    var list: SalesDiscountList?
    if let record = try salesRecord("discounttype", id), schema["discount"] != nil {
      let ranges = try find("discount", ["discounttypeid": .guid(id)]).compactMap { range in
        try salesRecord("discount", range).map { fields in
          SalesDiscountList.Range(
            low: fields["lowquantity"]?.decimal ?? .zero,
            high: fields["highquantity"]?.decimal ?? .zero,
            percentage: fields["percentage"]?.decimal ?? .zero,
            amount: fields["amount"]?.decimal ?? .zero)
        }
      }
      list = SalesDiscountList(
        isActive: record["statecode"]?.option != OptionValue(1),
        isAmount: record["isamounttype"]?.boolean == true, ranges: ranges)
    }
    sales.discounts[id] = .some(list)
    sales.isUsed = true
    return list
  }

  /// A record's fields by their names; nil where there is none, or no such table.
  func salesRecord(_ table: String, _ id: Guid) throws -> [String: Value]? {
    guard let layout = schema[table] else { return nil }
    return try values(of: layout, id).map { layout.named($0) }
  }
}
