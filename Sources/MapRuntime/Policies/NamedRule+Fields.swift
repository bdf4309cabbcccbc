extension NamedRule {
  /// The fields of its mapping's Sales table that it reads or writes, where the table has them: the
  /// generated record has them too, although no field map names them.
  public var fields: [String] {
    switch self {
    case .baseUnit:
      ["baseuom", "baseuomname", "uomid", "uomscheduleid", "defaultuomid", "defaultuomscheduleid"]
    case .defaultPriceList: ["pricelevelid", "price", "defaultuomid", "defaultuomscheduleid"]
    case .oneCurrency: ["transactioncurrencyid"]
    case .unitGroupStays: ["defaultuomscheduleid"]
    case .localCurrency: ["isocurrencycode", "exchangerate"]
    case .currencyPriceList, .documentPriceList:
      ["pricelevelid", "transactioncurrencyid", "salesorderid"]
    case .contactsOfNewCustomers, .invoiceRounding, .strictCompany: []
    }
  }
}
