import MapRuntime

@testable import EmbeddedSystems

/// Questions about whole documents: what their lines come to, step by step.
enum DocumentFacts {
  static let questions: [String: @Sendable (Fact) throws -> Fact] = ["document": document]

  private static func document(_ asked: Fact) throws -> Fact {
    let header = try asked.field("header")
    let terms = try terms(header)
    var document = SalesDocumentAmounts(terms: terms)
    var states: [String: Fact] = [:]
    for (place, step) in try asked.list("steps").enumerated() {
      var state: Fact?
      if step == .text("enter") {
        for line in try asked.list("lines") { try enter(line, into: &document) }
      } else if step == .text("release") {
        try document.release()
      } else if let change = step["change"] {
        try take(change, in: &document)
      } else if let amount = step["invDiscAmt"] {
        try document.take(invoiceDiscountAmount: amount.number)
      } else if let percent = step["invDiscPct"] {
        try document.take(
          invoiceDiscountPercent: percent.number,
          perVATIdentifier: header.flag("calcInvDiscPerVATId", or: false))
      } else {
        state = try post(step, header, &document)
      }
      states[String(place + 1)] = try state ?? self.state(document, [:])
    }
    return .object(states)
  }

  private static func terms(_ header: Fact) throws -> AmountTerms {
    var terms = AmountTerms()
    terms.pricesIncludeVAT = try header.flag("pricesInclVAT", or: false)
    terms.vatBaseDiscountPercent = try header.number("vatBaseDiscPct", or: 0)
    if header["amt"] != nil { terms.amountPrecision = try RoundingPrecision(header.number("amt")) }
    terms.vatRounding = try direction(header["vatRounding"])
    return terms
  }

  private static func direction(_ name: Fact?) throws -> DecimalRounding {
    guard let name else { return .nearest }
    let directions: [String: DecimalRounding] = ["Nearest": .nearest, "Up": .up, "Down": .down]
    guard let direction = directions[try name.text] else {
      throw Fact.Missing(description: "direction \(name)")
    }
    return direction
  }

  private static func enter(_ asked: Fact, into document: inout SalesDocumentAmounts) throws {
    let types: [String: VATCalculationType] = ["Reverse": .reverseCharge, "Full": .full]
    let percent = try asked.number("vat")
    let type = try asked["calc"].map { try types[$0.text, default: .salesTax] }
    var line = SalesLineAmounts(
      quantity: try asked.number("qty"), unitPrice: try asked.number("price"),
      vat: LineVAT(
        identifier: try asked["group"]?.text ?? "V\(asked.text("vat"))",
        calculationType: type ?? .normal, setupPercent: percent),
      allowInvoiceDiscount: try asked.flag("allowInvDisc", or: true))
    line.lineDiscountPercent = try asked.number("lineDiscPct", or: 0)
    try document.append(line)
    if asked["lineDiscAmt"] != nil {
      try document.take(
        lineDiscountAmount: asked.number("lineDiscAmt"), at: document.lines.endIndex - 1)
    }
  }

  private static func take(_ change: Fact, in document: inout SalesDocumentAmounts) throws {
    guard let number = Int(try change.text("line")) else {
      throw Fact.Missing(description: "no line: \(change)")
    }
    if change["qty"] != nil {
      try document.take(quantity: change.number("qty"), at: number - 1)
    }
    if change["price"] != nil {
      try document.take(unitPrice: change.number("price"), at: number - 1)
    }
  }

  private static func post(
    _ step: Fact, _ header: Fact, _ document: inout SalesDocumentAmounts
  ) throws -> Fact {
    for (index, quantity) in zip(document.lines.indices, try step.list("post")) {
      try document.take(quantityToInvoice: quantity.number, at: index)
    }
    let posted = try document.invoiced()
    var more: [String: Fact] = [:]
    if step["invoiceRounding"] != nil {
      let rounding = InvoiceRounding(
        precision: try RoundingPrecision(header.number("invRoundingPrecision")),
        direction: try direction(header["invRoundingType"]),
        vat: LineVAT(identifier: "R", setupPercent: try step.number("invoiceRounding")))
      if let line = try rounding.line(for: posted.totals(), document.terms) {
        more["roundingLine"] = .object([
          "incl": .number(line.amountIncludingVAT), "amount": .number(line.amount),
        ])
        more["inclRounded"] = .number(
          try posted.totals().amountIncludingVAT + line.amountIncludingVAT)
      }
    }
    return try state(posted, more, factor: CurrencyFactor(stored: header.number("factor", or: 0)))
  }

  private static func state(
    _ document: SalesDocumentAmounts, _ more: [String: Fact], factor: CurrencyFactor? = nil
  ) throws -> Fact {
    let totals = try document.totals()
    var local = LocalLineAmounts(factor)
    let lines: [Fact] = try document.lines.map { line in
      let amounts = try local.next(line)
      return .object([
        "qty": .number(line.quantity), "lineAmount": .number(line.lineAmount),
        "lineDisc": .number(line.lineDiscountAmount),
        "invDisc": .number(line.invoiceDiscountAmount), "amount": .number(line.amount),
        "base": .number(line.vatBaseAmount), "incl": .number(line.amountIncludingVAT),
        "amountLcy": .number(amounts.amount), "inclLcy": .number(amounts.amountIncludingVAT),
      ])
    }
    var sums: [String: Fact] = [
      "amount": .number(totals.amount), "vat": .number(try totals.vat()),
      "incl": .number(totals.amountIncludingVAT),
      "amountLcy": .number(local.amount.localSum),
      "inclLcy": .number(local.amountIncludingVAT.localSum),
    ]
    sums["inclRounded"] = more["inclRounded"]
    var state: [String: Fact] = ["lines": .list(lines), "totals": .object(sums)]
    state["roundingLine"] = more["roundingLine"]
    return .object(state)
  }
}
