import MapRuntime

/// What a header takes from its customers, in BC's order (DJ-1 to DJ-5).
extension BusinessDocument {
  private func customer(_ number: String) throws -> MasterRecord {
    guard let customer = try company.record("Customer", number) else {
      throw Refusal("\(shown): there is no customer '\(number)'")
    }
    return customer
  }

  /// Blocked is nothing, Ship, Invoice or All (DC-6).
  func checkBlocked(_ customer: MasterRecord, isPosting: Bool = false, ships: Bool = false) throws {
    let isRefused =
      switch customer.option("Blocked") {
      case 0: false
      case 1: isPosting ? ships : type == .quote || type == .order || type == .blanketOrder
      default: type != .creditMemo && type != .returnOrder
      }
    if isRefused {
      throw Refusal(
        "\(shown): customer '\(customer.text("No."))' is blocked; empty its 'Blocked' first")
    }
  }

  /// Sell-to Customer No.
  mutating func takeCustomer(_ number: String) throws {
    guard !number.isEmpty else {
      header.set(.sellToCustomer, "")
      return
    }
    guard !header.text(.sellToCustomer).isEmpty, header.text(.sellToCustomer) != number else {
      return try fill(from: customer(number))
    }
    try fill(from: customer(number))
    try makeLinesAgain()
  }

  private mutating func fill(from customer: MasterRecord) throws {
    try checkBlocked(customer)
    header[.sellToCustomer] = customer["No."]
    header[.sellToName] = customer["Name"]
    header[.sellToPhone] = customer["Phone No."]
    header[.sellToEmail] = customer["E-Mail"]
    header[.sellToAddress] = customer["Address"]
    header[.sellToAddress2] = customer["Address 2"]
    header[.sellToCity] = customer["City"]
    header[.sellToPostCode] = customer["Post Code"]
    header[.sellToCounty] = customer["County"]
    header[.sellToCountry] = customer["Country/Region Code"]
    header[.sellToContact] = customer["Contact"]
    header[.genBusPostingGroup] = customer["Gen. Bus. Posting Group"]
    header[.vatBusPostingGroup] = customer["VAT Bus. Posting Group"]
    header[.vatRegistration] = customer["VAT Registration No."]
    header[.shippingAdvice] = customer["Shipping Advice"]
    header[.salesperson] = customer["Salesperson Code"]
    header[.location] = customer["Location Code"]
    fillShipTo(customer)
    let payer = customer.text("Bill-to Customer No.")
    try takePayer(payer.isEmpty ? customer.text("No.") : payer)
    try takeContact(customer.text("Primary Contact No."))
  }

  private mutating func fillShipTo(_ customer: MasterRecord) {
    header.set(.shipToCode, "")
    header[.shipToName] = customer["Name"]
    header[.shipToName2] = customer["Name 2"]
    header[.shipToAddress] = customer["Address"]
    header[.shipToAddress2] = customer["Address 2"]
    header[.shipToCity] = customer["City"]
    header[.shipToPostCode] = customer["Post Code"]
    header[.shipToCounty] = customer["County"]
    header[.shipToCountry] = customer["Country/Region Code"]
    header[.shipToContact] = customer["Contact"]
    header[.shipmentMethod] = customer["Shipment Method Code"]
    header[.shippingAgent] = customer["Shipping Agent Code"]
    header[.shippingService] = customer["Shipping Agent Service Code"]
  }

  /// Bill-to Customer No.: who pays says the terms and the currency (DJ-4, DJ-5).
  mutating func takePayer(_ number: String) throws {
    guard !number.isEmpty else {
      throw Refusal("\(shown) needs a customer who pays")
    }
    let payer = try customer(number)
    try checkBlocked(payer)
    let isAnother =
      !header.text(.billToCustomer).isEmpty && header[.billToCustomer] != payer["No."]
    header[.billToCustomer] = payer["No."]
    header[.billToName] = payer["Name"]
    header[.billToName2] = payer["Name 2"]
    header[.billToAddress] = payer["Address"]
    header[.billToAddress2] = payer["Address 2"]
    header[.billToCity] = payer["City"]
    header[.billToPostCode] = payer["Post Code"]
    header[.billToCounty] = payer["County"]
    header[.billToCountry] = payer["Country/Region Code"]
    header[.billToContact] = payer["Contact"]
    header[.customerPostingGroup] = payer["Customer Posting Group"]
    header[.customerPriceGroup] = payer["Customer Price Group"]
    header[.customerDiscountGroup] = payer["Customer Disc. Group"]
    header[.pricesIncludeVAT] = payer["Prices Including VAT"]
    header.set(.allowLineDiscount, true)
    let code = payer.text("Invoice Disc. Code")
    header.set(.invoiceDiscountCode, code.isEmpty ? number : code)
    if !payer["Salesperson Code"].isEmpty { header[.salesperson] = payer["Salesperson Code"] }
    header[.paymentMethod] = payer["Payment Method Code"]
    let currency = payer.text("Currency Code")
    let isOtherCurrency = header.text(.currency) != currency
    header.set(.currency, currency)
    try takeFactor(isOfAnother: isOtherCurrency)
    try takeTerms()
    try takePaymentTerms(payer.text("Payment Terms Code"))
    if isAnother || isOtherCurrency { try makeLinesAgain() }
  }

  /// The customer's primary contact; its e-mail takes the place of the customer's.
  private mutating func takeContact(_ number: String) throws {
    header.set(.sellToContactNumber, number)
    header.set(.billToContactNumber, number)
    guard !number.isEmpty, let contact = try company.record("Contact", number) else { return }
    let email = contact.text("E-Mail")
    if !email.isEmpty { header.set(.sellToEmail, email) }
    let name = contact.text("Name")
    if !name.isEmpty { header.set(.sellToContact, name) }
  }
}
