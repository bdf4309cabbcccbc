import MapRuntime

@testable import EmbeddedSystems

/// Questions about one number, one price or one line.
enum LineFacts {
  static let questions: [String: @Sendable (Fact) throws -> Fact] = [
    "round": round, "line": line, "toHandle": toHandle, "lineLcy": lineLCY,
    "quantities": quantities, "cancelInvoice": cancelInvoice, "unitPrice": unitPrice,
    "unitPriceVATChange": unitPriceVATChange, "lcyToFcyPrice": foreignPrice, "factor": factor,
    "lcy": local,
  ]

  private static func round(_ asked: Fact) throws -> Fact {
    let directions: [String: DecimalRounding] = ["=": .nearest, ">": .up, "<": .down]
    let precision = try RoundingPrecision(asked.number("precision"))
    let direction = try asked.text("direction")
    guard let direction = directions[direction] else {
      throw Fact.Missing(description: "direction \(direction)")
    }
    return .object(["result": .number(try asked.number("x").rounded(to: precision, direction))])
  }

  private static func terms(_ asked: Fact) throws -> AmountTerms {
    var terms = AmountTerms()
    terms.amountPrecision = try RoundingPrecision(
      asked.number("amt", or: DecimalValue(parsing: "0.01")))
    return terms
  }

  private static func line(_ asked: Fact) throws -> Fact {
    let terms = try terms(asked)
    var line = SalesLineAmounts(
      quantity: try asked.number("qty"), unitPrice: try asked.number("price"),
      vat: LineVAT(identifier: "V", setupPercent: 0))
    try line.takeLineDiscount(percent: asked.number("lineDiscPct", or: 0), terms)
    if asked["lineDiscAmt"] != nil {
      try line.takeLineDiscount(amount: asked.number("lineDiscAmt"), terms)
    }
    if asked["lineAmount"] != nil { try line.takeLineAmount(asked.number("lineAmount"), terms) }
    return .object([
      "G": .number(try line.grossValue(terms)), "lineDiscAmt": .number(line.lineDiscountAmount),
      "lineDiscPct": .number(line.lineDiscountPercent), "lineAmount": .number(line.lineAmount),
    ])
  }

  private static func toHandle(_ asked: Fact) throws -> Fact {
    var line = SalesLineAmounts(
      quantity: try asked.number("qty"), unitPrice: try asked.number("price"),
      vat: LineVAT(identifier: "V", setupPercent: 0))
    line.lineDiscountPercent = try asked.number("lineDiscPct")
    line.lineDiscountAmount = try asked.number("lineDiscAmt")
    return .object([
      "lineAmount": .number(try line.lineAmount(ofUnits: asked.number("q"), terms(asked)))
    ])
  }

  private static func lineLCY(_ asked: Fact) throws -> Fact {
    let quantities = try LineQuantities(
      quantity: asked.number("qty"), shipped: asked.number("shipped"),
      invoiced: asked.number("invoiced"), .remainder)
    let amounts = try OutstandingAmounts(
      amountIncludingVAT: asked.number("incl"), quantities, AmountTerms(),
      factor: CurrencyFactor(stored: asked.number("factor")))
    return .object([
      "outstandingAmount": .number(amounts.outstanding),
      "shippedNotInvoiced": .number(amounts.shippedNotInvoiced),
      "outstandingAmountLcy": .number(amounts.outstandingLocal),
      "shippedNotInvoicedLcy": .number(amounts.shippedNotInvoicedLocal),
    ])
  }

  private static func quantities(_ asked: Fact) throws -> Fact {
    let lines = try asked.list("lines").map { line in
      LineQuantities(
        quantity: try line.number("qty"), shipped: try line.number("shipped"),
        invoiced: try line.number("invoiced"), toShip: try line.number("qtyToShip"),
        toInvoice: try line.number("qtyToInvoice"))
    }
    let setup: DefaultQuantityToShip =
      try asked.text("defaultQtyToShip") == "Blank" ? .blank : .remainder
    let post = try asked.field("post")
    let posting = try QuantityPosting(
      ships: post.flag("ship", or: false), invoices: post.flag("invoice", or: false), of: lines)
    guard let posting else { throw Fact.Missing(description: "nothing to post") }
    let posted = try lines.map { try posting.posted($0, setup) }
    return .object([
      "lines": .list(try posted.map(state)), "orderDeleted": .flag(posting.completes(posted)),
      // Posting releases a document, and what remains of it stays released (DB-8, DC-20).
      "status": .text("Released"),
    ])
  }

  private static func cancelInvoice(_ asked: Fact) throws -> Fact {
    let line = try asked.field("line")
    let quantities = try LineQuantities(
      quantity: line.number("qty"), shipped: line.number("shipped"),
      invoiced: line.number("invoiced"), .remainder)
    return try state(
      quantities.cancelled(invoiceQuantity: asked.number("invoiceQty"), .remainder))
  }

  private static func state(_ line: LineQuantities) throws -> Fact {
    .object([
      "shipped": .number(line.shipped), "invoiced": .number(line.invoiced),
      "outstanding": .number(try line.outstanding()),
      "shippedNotInvoiced": .number(try line.shippedNotInvoiced()),
      "qtyToShip": .number(line.toShip), "qtyToInvoice": .number(line.toInvoice),
    ])
  }

  private static func unitPrice(_ asked: Fact) throws -> Fact {
    .object([
      "price": .number(
        try UnitPrice.excluding(
          asked.number("divideByPct"), asked.number("price"),
          to: RoundingPrecision(asked.number("unit"))))
    ])
  }

  private static func unitPriceVATChange(_ asked: Fact) throws -> Fact {
    .object([
      "price": .number(
        try UnitPrice.converted(
          asked.number("price"), fromPercent: asked.number("oldVat"),
          toPercent: asked.number("newVat"), to: RoundingPrecision(asked.number("unit"))))
    ])
  }

  private static func foreignPrice(_ asked: Fact) throws -> Fact {
    .object([
      "price": .number(
        try UnitPrice.foreign(
          asked.number("price"), CurrencyFactor(stored: asked.number("factor")),
          to: RoundingPrecision(asked.number("unit"))))
    ])
  }

  /// The row has 15 places, more than a stored number: all of them are compared.
  private static func factor(_ asked: Fact) throws -> Fact {
    let ratio = try CurrencyFactor(
      exchangeRateAmount: asked.number("exchangeRateAmount"),
      relationalAmount: asked.number("relationalAmount")
    ).ratio
    return .object(["factorRounded": .text(ratio.text(places: 15))])
  }

  private static func local(_ asked: Fact) throws -> Fact {
    var amounts = LocalAmounts(try CurrencyFactor(stored: asked.number("factor")))
    let locals = try asked.list("fcy").map { try amounts.next($0.number) }
    return .object(["lcy": .list(locals.map(Fact.number)), "total": .number(amounts.localSum)])
  }
}

extension DotNetDecimal {
  /// The number with so many digits behind the point, rounded to the nearest.
  fileprivate func text(places: Int) -> String {
    let cut = WideInteger(low: coefficient.magnitude)
      .dividedToEven(byPowerOfTen: max(0, scale - places))
    let digits = String(cut.low)
    let whole = digits.dropLast(min(scale, places))
    return
      "\(isNegative ? "-" : "")\(whole.isEmpty ? "0" : whole).\(digits.suffix(min(scale, places)))"
  }
}
