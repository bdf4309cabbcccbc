/// Fields of Sales Line that validation fills or asks for.
enum LineField: Int, BusinessField {
  case documentType, documentNumber, lineNumber, type, number
  case sellToCustomer, billToCustomer, description, description2, unitOfMeasureText
  case unitOfMeasure, quantityPerUnit, variant, location, postingGroup
  case quantity, outstandingQuantity, quantityToInvoice, quantityToShip, quantityBase
  case quantityShipped, quantityInvoiced, shippedNotInvoicedQuantity, completelyShipped
  case unitPrice, unitCost, lineDiscountPercent, lineDiscountAmount, lineAmount, amount
  case amountIncludingVAT, vatBaseAmount, vatPercent, vatCalculationType, vatIdentifier
  case vatDifference, vatBusPostingGroup, vatProdPostingGroup, genBusPostingGroup
  case genProdPostingGroup, allowInvoiceDiscount, allowLineDiscount, invoiceDiscountAmount
  case invoiceDiscountToInvoice, recalculateInvoiceDiscount
  case outstandingAmount, outstandingAmountLocal, shippedNotInvoiced, shippedNotInvoicedLocal
  case currency, customerPriceGroup, shipmentDate, requestedDeliveryDate, promisedDeliveryDate
  case plannedDeliveryDate, attachedTo, reserve, systemCreated, dropShipment

  var name: String {
    switch self {
    case .documentType: "Document Type"
    case .documentNumber: "Document No."
    case .lineNumber: "Line No."
    case .type: "Type"
    case .number: "No."
    case .sellToCustomer: "Sell-to Customer No."
    case .billToCustomer: "Bill-to Customer No."
    case .description: "Description"
    case .description2: "Description 2"
    case .unitOfMeasureText: "Unit of Measure"
    case .unitOfMeasure: "Unit of Measure Code"
    case .quantityPerUnit: "Qty. per Unit of Measure"
    case .variant: "Variant Code"
    case .location: "Location Code"
    case .postingGroup: "Posting Group"
    case .quantity: "Quantity"
    case .outstandingQuantity: "Outstanding Quantity"
    case .quantityToInvoice: "Qty. to Invoice"
    case .quantityToShip: "Qty. to Ship"
    case .quantityBase: "Quantity (Base)"
    case .quantityShipped: "Quantity Shipped"
    case .quantityInvoiced: "Quantity Invoiced"
    case .shippedNotInvoicedQuantity: "Qty. Shipped Not Invoiced"
    case .completelyShipped: "Completely Shipped"
    case .unitPrice: "Unit Price"
    case .unitCost: "Unit Cost (LCY)"
    case .lineDiscountPercent: "Line Discount %"
    case .lineDiscountAmount: "Line Discount Amount"
    case .lineAmount: "Line Amount"
    case .amount: "Amount"
    case .amountIncludingVAT: "Amount Including VAT"
    case .vatBaseAmount: "VAT Base Amount"
    case .vatPercent: "VAT %"
    case .vatCalculationType: "VAT Calculation Type"
    case .vatIdentifier: "VAT Identifier"
    case .vatDifference: "VAT Difference"
    case .vatBusPostingGroup: "VAT Bus. Posting Group"
    case .vatProdPostingGroup: "VAT Prod. Posting Group"
    case .genBusPostingGroup: "Gen. Bus. Posting Group"
    case .genProdPostingGroup: "Gen. Prod. Posting Group"
    case .allowInvoiceDiscount: "Allow Invoice Disc."
    case .allowLineDiscount: "Allow Line Disc."
    case .invoiceDiscountAmount: "Inv. Discount Amount"
    case .invoiceDiscountToInvoice: "Inv. Disc. Amount to Invoice"
    case .recalculateInvoiceDiscount: "Recalculate Invoice Disc."
    case .outstandingAmount: "Outstanding Amount"
    case .outstandingAmountLocal: "Outstanding Amount (LCY)"
    case .shippedNotInvoiced: "Shipped Not Invoiced"
    case .shippedNotInvoicedLocal: "Shipped Not Invoiced (LCY)"
    case .currency: "Currency Code"
    case .customerPriceGroup: "Customer Price Group"
    case .shipmentDate: "Shipment Date"
    case .requestedDeliveryDate: "Requested Delivery Date"
    case .promisedDeliveryDate: "Promised Delivery Date"
    case .plannedDeliveryDate: "Planned Delivery Date"
    case .attachedTo: "Attached to Line No."
    case .reserve: "Reserve"
    case .systemCreated: "System-Created Entry"
    case .dropShipment: "Drop Shipment"
    }
  }
}

/// What a line sells: its Type.
enum LineType: Int32, Sendable {
  case comment = 0
  case account = 1
  case item = 2
  case resource = 3

  /// The table that its No. names; nil for a comment.
  var table: String? {
    switch self {
    case .comment: nil
    case .account: "G/L Account"
    case .item: "Item"
    case .resource: "Resource"
    }
  }
}
