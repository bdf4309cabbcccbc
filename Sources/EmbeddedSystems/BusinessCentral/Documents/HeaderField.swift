/// Fields of Sales Header that validation fills or asks for.
enum HeaderField: Int, BusinessField {
  case documentType, number, status
  case sellToCustomer, sellToName, sellToAddress, sellToAddress2, sellToCity, sellToContact
  case sellToPostCode, sellToCounty, sellToCountry, sellToPhone, sellToEmail, sellToContactNumber
  case billToCustomer, billToName, billToName2, billToAddress, billToAddress2, billToCity
  case billToContact, billToPostCode, billToCounty, billToCountry, billToContactNumber
  case shipToCode, shipToName, shipToName2, shipToAddress, shipToAddress2, shipToCity
  case shipToContact, shipToPostCode, shipToCounty, shipToCountry
  case orderDate, postingDate, documentDate, shipmentDate, requestedDeliveryDate
  case promisedDeliveryDate, dueDate, quoteValidUntil
  case paymentTerms, paymentDiscountPercent, paymentDiscountDate, paymentMethod
  case vatBaseDiscountPercent, currency, currencyFactor
  case customerPostingGroup, genBusPostingGroup, vatBusPostingGroup, vatRegistration
  case customerPriceGroup, customerDiscountGroup, pricesIncludeVAT, invoiceDiscountCode
  case allowLineDiscount, salesperson, location, shipmentMethod, shippingAgent, shippingService
  case shippingAdvice, externalNumber, postingDescription, quoteNumber, opportunity
  case amount, amountIncludingVAT, invoiceDiscountAmount, invoiceDiscountCalculation
  case invoiceDiscountValue, recalculateInvoiceDiscount, occurrence, archivedVersions
  case ship, invoice, shippedNotInvoiced, completelyShipped, shipped, lastShipmentDate
  case shippingNumber, lastShippingNumber, postingNumber, lastPostingNumber

  var name: String {
    switch self {
    case .documentType: "Document Type"
    case .number: "No."
    case .status: "Status"
    case .sellToCustomer: "Sell-to Customer No."
    case .sellToName: "Sell-to Customer Name"
    case .sellToAddress: "Sell-to Address"
    case .sellToAddress2: "Sell-to Address 2"
    case .sellToCity: "Sell-to City"
    case .sellToContact: "Sell-to Contact"
    case .sellToPostCode: "Sell-to Post Code"
    case .sellToCounty: "Sell-to County"
    case .sellToCountry: "Sell-to Country/Region Code"
    case .sellToPhone: "Sell-to Phone No."
    case .sellToEmail: "Sell-to E-Mail"
    case .sellToContactNumber: "Sell-to Contact No."
    case .billToCustomer: "Bill-to Customer No."
    case .billToName: "Bill-to Name"
    case .billToName2: "Bill-to Name 2"
    case .billToAddress: "Bill-to Address"
    case .billToAddress2: "Bill-to Address 2"
    case .billToCity: "Bill-to City"
    case .billToContact: "Bill-to Contact"
    case .billToPostCode: "Bill-to Post Code"
    case .billToCounty: "Bill-to County"
    case .billToCountry: "Bill-to Country/Region Code"
    case .billToContactNumber: "Bill-to Contact No."
    case .shipToCode: "Ship-to Code"
    case .shipToName: "Ship-to Name"
    case .shipToName2: "Ship-to Name 2"
    case .shipToAddress: "Ship-to Address"
    case .shipToAddress2: "Ship-to Address 2"
    case .shipToCity: "Ship-to City"
    case .shipToContact: "Ship-to Contact"
    case .shipToPostCode: "Ship-to Post Code"
    case .shipToCounty: "Ship-to County"
    case .shipToCountry: "Ship-to Country/Region Code"
    case .orderDate: "Order Date"
    case .postingDate: "Posting Date"
    case .documentDate: "Document Date"
    case .shipmentDate: "Shipment Date"
    case .requestedDeliveryDate: "Requested Delivery Date"
    case .promisedDeliveryDate: "Promised Delivery Date"
    case .dueDate: "Due Date"
    case .quoteValidUntil: "Quote Valid Until Date"
    case .paymentTerms: "Payment Terms Code"
    case .paymentDiscountPercent: "Payment Discount %"
    case .paymentDiscountDate: "Pmt. Discount Date"
    case .paymentMethod: "Payment Method Code"
    case .vatBaseDiscountPercent: "VAT Base Discount %"
    case .currency: "Currency Code"
    case .currencyFactor: "Currency Factor"
    case .customerPostingGroup: "Customer Posting Group"
    case .genBusPostingGroup: "Gen. Bus. Posting Group"
    case .vatBusPostingGroup: "VAT Bus. Posting Group"
    case .vatRegistration: "VAT Registration No."
    case .customerPriceGroup: "Customer Price Group"
    case .customerDiscountGroup: "Customer Disc. Group"
    case .pricesIncludeVAT: "Prices Including VAT"
    case .invoiceDiscountCode: "Invoice Disc. Code"
    case .allowLineDiscount: "Allow Line Disc."
    case .salesperson: "Salesperson Code"
    case .location: "Location Code"
    case .shipmentMethod: "Shipment Method Code"
    case .shippingAgent: "Shipping Agent Code"
    case .shippingService: "Shipping Agent Service Code"
    case .shippingAdvice: "Shipping Advice"
    case .externalNumber: "External Document No."
    case .postingDescription: "Posting Description"
    case .quoteNumber: "Quote No."
    case .opportunity: "Opportunity No."
    case .amount: "Amount"
    case .amountIncludingVAT: "Amount Including VAT"
    case .invoiceDiscountAmount: "Invoice Discount Amount"
    case .invoiceDiscountCalculation: "Invoice Discount Calculation"
    case .invoiceDiscountValue: "Invoice Discount Value"
    case .recalculateInvoiceDiscount: "Recalculate Invoice Disc."
    case .occurrence: "Doc. No. Occurrence"
    case .archivedVersions: "No. of Archived Versions"
    case .ship: "Ship"
    case .invoice: "Invoice"
    case .shippedNotInvoiced: "Shipped Not Invoiced"
    case .completelyShipped: "Completely Shipped"
    case .shipped: "Shipped"
    case .lastShipmentDate: "Last Shipment Date"
    case .shippingNumber: "Shipping No."
    case .lastShippingNumber: "Last Shipping No."
    case .postingNumber: "Posting No."
    case .lastPostingNumber: "Last Posting No."
    }
  }
}

/// What a document of Sales Header is: its Document Type.
enum DocumentType: Int32, Sendable {
  case quote, order, invoice, creditMemo, blanketOrder, returnOrder

  /// As messages and posting descriptions call it.
  var name: String {
    switch self {
    case .quote: "Quote"
    case .order: "Order"
    case .invoice: "Invoice"
    case .creditMemo: "Credit Memo"
    case .blanketOrder: "Blanket Order"
    case .returnOrder: "Return Order"
    }
  }
}

/// Status of a document (DB-1).
enum DocumentStatus {
  static let open: Int32 = 0
  static let released: Int32 = 1
}
