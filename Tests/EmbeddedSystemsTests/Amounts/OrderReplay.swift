import MapRuntime

@testable import EmbeddedSystems

/// A row of `oracle.py`, counted step by step.
struct OrderReplay {
  private var document: SalesDocumentAmounts
  private let lines: [Substring]
  private let perVATIdentifier: Bool
  private let factor: CurrencyFactor?
  private let rounding: InvoiceRounding?
  private var shipped: [DecimalValue]

  struct Unreadable: Error {
    let text: String
  }

  /// The steps that come to something else than the row says.
  static func differences(in row: Substring) throws -> [String] {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    var replay = try OrderReplay(header: cells[1], lines: cells[2])
    var differences: [String] = []
    for cell in cells[3...] {
      let parts = cell.split(separator: "=", maxSplits: 1)
      let own: String
      do {
        own = try replay.taken(parts[0])
      } catch is AmountRefusal {
        own = "refused"
      }
      if own != parts[1] { differences.append("\(parts[0]): \(own), not \(parts[1])") }
    }
    return differences
  }

  private init(header: Substring, lines: Substring) throws {
    let pairs = header.split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
    let fields = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    func field(_ name: Substring) throws -> Substring {
      guard let field = fields[name] else { throw Unreadable(text: String(header)) }
      return field
    }
    var terms = AmountTerms()
    terms.pricesIncludeVAT = try field("prices") == "gross"
    terms.vatBaseDiscountPercent = try Self.number(field("vbd"))
    terms.amountPrecision = try RoundingPrecision(Self.number(field("amt")))
    terms.vatRounding = try Self.direction(field("vat-rounding"))
    document = SalesDocumentAmounts(terms: terms)
    self.lines = lines.split(separator: "|")
    perVATIdentifier = try field("per-vat-id") == "yes"
    factor = try CurrencyFactor(stored: Self.number(field("factor")))
    let parts = try field("invoice-rounding").split(separator: ",")
    rounding =
      parts.count == 3
      ? InvoiceRounding(
        precision: try RoundingPrecision(Self.number(parts[0])),
        direction: try Self.direction(parts[1]),
        vat: LineVAT(identifier: "R", setupPercent: try Self.number(parts[2]))) : nil
    shipped = self.lines.map { _ in 0 }
  }

  private static func number(_ text: Substring) throws -> DecimalValue {
    try DecimalValue(parsing: String(text))
  }

  private static func direction(_ text: Substring) throws -> DecimalRounding {
    switch text {
    case "nearest": .nearest
    case "up": .up
    case "down": .down
    default: throw Unreadable(text: String(text))
    }
  }

  /// What the lines come to after a step.
  private mutating func taken(_ step: Substring) throws -> String {
    let words = step.split(separator: ":")
    switch words[0] {
    case "enter":
      for line in lines { try enter(line) }
    case "invoice-amount":
      try document.take(invoiceDiscountAmount: Self.number(words[1]))
    case "invoice-percent":
      try document.take(
        invoiceDiscountPercent: Self.number(words[1]), perVATIdentifier: perVATIdentifier)
    case "page": try document.spreadInvoiceDiscountIfAsked()
    case "release": try document.release()
    case "post": return try posted(words[1].split(separator: ",").map(Self.number))
    default: try change(words)
    }
    return document.lines.shown
  }

  private mutating func enter(_ text: Substring) throws {
    let cells = text.split(separator: ";", omittingEmptySubsequences: false)
    let types: [Substring: VATCalculationType] = ["reverse": .reverseCharge, "full": .full]
    var line = SalesLineAmounts(
      hasType: cells[0] != "blank", quantity: try Self.number(cells[1]),
      unitPrice: try Self.number(cells[2]),
      vat: LineVAT(
        identifier: String(cells[5]), calculationType: types[cells[6], default: .normal],
        setupPercent: try Self.number(cells[4])),
      allowInvoiceDiscount: cells[7] == "yes")
    let discount = cells[3].split(separator: ":")
    if discount[0] == "pct" { line.lineDiscountPercent = try Self.number(discount[1]) }
    try document.append(line)
    if discount[0] == "amt" {
      try document.take(
        lineDiscountAmount: Self.number(discount[1]), at: document.lines.endIndex - 1)
    }
  }

  private mutating func change(_ words: [Substring]) throws {
    guard words.count == 3, let number = Int(words[1]) else {
      throw Unreadable(text: words.joined(separator: ":"))
    }
    let value = try Self.number(words[2])
    switch words[0] {
    case "qty": try document.take(quantity: value, at: number - 1)
    case "price": try document.take(unitPrice: value, at: number - 1)
    case "pct": try document.take(lineDiscountPercent: value, at: number - 1)
    case "amt": try document.take(lineDiscountAmount: value, at: number - 1)
    default: throw Unreadable(text: String(words[0]))
    }
  }

  /// The posted lines, what they and the rest of the order are in local currency, and the rounding
  /// line. The order's own amounts stay (DC-18).
  private mutating func posted(_ quantities: [DecimalValue]) throws -> String {
    for (index, quantity) in quantities.enumerated() {
      try document.take(quantityToInvoice: quantity, at: index)
      shipped[index] = try shipped[index] + quantity
    }
    let posted = try document.invoiced()
    var local = LocalLineAmounts(factor)
    let locals = try posted.lines.map { line in
      let amounts = try local.next(line)
      return "\(amounts.amount);\(amounts.amountIncludingVAT)"
    }
    let outstanding = try zip(document.lines, shipped).map { line, shipped in
      let quantities = try LineQuantities(
        quantity: line.quantity, shipped: shipped, invoiced: shipped, .remainder)
      let amounts = try OutstandingAmounts(
        amountIncludingVAT: line.amountIncludingVAT, quantities, document.terms, factor: factor)
      return "\(amounts.outstanding);\(amounts.outstandingLocal)"
    }
    let rounded = try rounding?.line(for: posted.totals(), document.terms)
      .map { "\($0.amountIncludingVAT);\($0.amount)" }
    return [
      posted.lines.shown, locals.joined(separator: "|"), outstanding.joined(separator: "|"),
      rounded ?? "none",
    ].joined(separator: "/")
  }
}

extension [SalesLineAmounts] {
  /// As a cell of an oracle shows them.
  var shown: String {
    map { line in
      [
        line.lineAmount, line.lineDiscountPercent, line.lineDiscountAmount,
        line.invoiceDiscountAmount, line.amount, line.vatBaseAmount, line.amountIncludingVAT,
      ].map(\.description).joined(separator: ";")
    }.joined(separator: "|")
  }
}
