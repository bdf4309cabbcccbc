import MapRuntime

@testable import EmbeddedSystems

/// A row of `taken.py`: a Sales order, counted as Sales does, taken into BC and invoiced in parts.
struct TakenReplay {
  private let cells: [Substring]
  private let places: Int
  private let terms: AmountTerms
  private let totals: SalesTotals
  private let lines: [SalesDetailAmounts]
  private let sold: [SoldLine]
  private let header: SalesHeaderTerms

  struct Unreadable: Error {
    let text: String
  }

  /// What comes to something else than the row says, or lies between both systems, or between the
  /// postings and the order, without being in the row's rules.
  static func differences(in row: Substring) throws -> [String] {
    try TakenReplay(row).differences()
  }

  private init(_ row: Substring) throws {
    cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count > 4 else { throw Unreadable(text: String(row)) }
    let pairs = cells[1].split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
    let fields = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    func number(_ name: Substring) throws -> DecimalValue {
      guard let field = fields[name] else { throw Unreadable(text: String(row)) }
      return try DecimalValue(parsing: String(field))
    }
    guard let places = fields["places"].flatMap({ Int($0) }) else {
      throw Unreadable(text: String(row))
    }
    self.places = places
    var terms = AmountTerms()
    terms.pricesIncludeVAT = fields["prices"] == "gross"
    var step = DecimalValue(1)
    for _ in 0..<places { step = try step / 10 }
    terms.amountPrecision = try RoundingPrecision(step)
    self.terms = terms
    header = SalesHeaderTerms(
      discountAmount: try number("discount"), discountPercentage: try number("percent"),
      freight: try number("freight"))
    sold = try cells[2].split(separator: "|").map(SoldLine.init)
    lines = try sold.map { try SalesDetailAmounts($0.terms, .wholeLine, places: places) }
    totals = try SalesTotals(of: lines, header, places: places)
  }

  private func differences() throws -> [String] {
    var differences: [String] = []
    func compare(_ what: Substring, _ own: String, _ said: Substring) {
      if own != said { differences.append("\(what): \(own), not \(said)") }
    }
    var document: SalesDocumentAmounts?
    var invoiced: [SalesDocumentAmounts] = []
    for cell in cells[3...] {
      let parts = cell.split(separator: "=", maxSplits: 1)
      let (name, said) = (parts[0], parts[1])
      if name == "sales" {
        compare(name, try shownSales(), said)
      } else if name == "taken" {
        do {
          document = try taken()
        } catch is AmountRefusal {
          compare(name, "refused", said)
          break
        }
        compare(name, document?.lines.shown ?? "", said)
      } else if let document, name == "rules" {
        try compare(name, Self.shown(above(document)), "\(Self.sum(said))")
      } else if let document, name == "parts" {
        try compare(name, Self.shown(invoiced, above: document), "\(Self.sum(said))")
      } else if name.hasPrefix("back:") {
        try compare(name, Self.shown(countedBack(name.dropFirst(5))), "\(Self.sum(said))")
      } else if let document, name.hasPrefix("post:") {
        let part = try posted(document, name.dropFirst(5))
        invoiced.append(part)
        compare(name, part.lines.shown, said)
      }
    }
    return differences
  }

  private static func shown(_ amount: DecimalValue) -> String { amount.description }

  /// What all rules of a cell come to.
  private static func sum(_ cell: Substring) throws -> DecimalValue {
    try cell.split(separator: ";").reduce(.zero) { sum, rule in
      guard let amount = rule.split(separator: ":").last else { return sum }
      return try sum + DecimalValue(parsing: String(amount))
    }
  }

  private func shownSales() throws -> String {
    let shown = try lines.map { "\($0.base);\(try $0.extended)" }.joined(separator: "|")
    let sums = [totals.lineItemAmount, totals.amountLessFreight, totals.tax, totals.amount]
    return shown + "/" + sums.map(\.description).joined(separator: ";")
  }
}

extension TakenReplay {
  /// The released BC order (R E-22, E-26 to E-28, E-33, E-34).
  private func taken() throws -> SalesDocumentAmounts {
    var document = SalesDocumentAmounts(terms: terms)
    for line in sold {
      try document.append(try line.amounts())
      let discount = try line.lineDiscount()
      if discount != 0 {
        try document.take(lineDiscountAmount: discount, at: document.lines.endIndex - 1)
      }
    }
    if header.freight > .zero {
      try document.append(
        SalesLineAmounts(
          quantity: 1, unitPrice: header.freight, vat: try SoldLine.vat(SoldLine.ofTheSetup),
          allowInvoiceDiscount: false))
    }
    let discount = try totals.lineItemAmount - totals.amountLessFreight
    if discount != 0 { try document.take(invoiceDiscountAmount: discount) }
    try document.release()
    return document
  }

  /// What BC's total is above that of Sales.
  private func above(_ document: SalesDocumentAmounts) throws -> DecimalValue {
    try document.totals().amountIncludingVAT - totals.amount
  }

  /// What the Sales order takes off above a discount of BC, once it has what went back of that, and
  /// counts again (R F-1, SB-3).
  private func countedBack(_ cell: Substring) throws -> DecimalValue {
    let numbers = try cell.split(separator: ";").map { try DecimalValue(parsing: String($0)) }
    var terms = header
    (terms.discountAmount, terms.discountPercentage) = (numbers[1], numbers[2])
    let again = try SalesTotals(of: lines, terms, places: places)
    return try again.lineItemAmount - again.amountLessFreight - numbers[0]
  }

  private func posted(
    _ document: SalesDocumentAmounts, _ quantities: Substring
  ) throws -> SalesDocumentAmounts {
    var document = document
    for (index, quantity) in quantities.split(separator: ",").enumerated() {
      try document.take(quantityToInvoice: DecimalValue(parsing: String(quantity)), at: index)
    }
    return try document.invoiced()
  }

  /// What all postings together are above the order.
  private static func shown(
    _ invoiced: [SalesDocumentAmounts], above document: SalesDocumentAmounts
  ) throws -> String {
    let sum = try invoiced.reduce(DecimalValue.zero) {
      try $0 + $1.totals().amountIncludingVAT
    }
    return try shown(sum - document.totals().amountIncludingVAT)
  }
}

/// A line of a Sales order, and what says how it comes to BC.
private struct SoldLine {
  let terms: SalesDetailTerms
  let identifier: String
  let hasVATInItsPrice: Bool
  let allowsInvoiceDiscount: Bool

  /// What the setup names, for freight and for write-in lines, has this VAT.
  static let ofTheSetup = "A"

  private static let rates = [
    "A": "19", "B": "7", "C": "0", "D": "20", "E": "25", "F": "5.5", "G": "7.7", "H": "8.1",
    "I": "10", "J": "21", "K": "12.5",
  ]

  init(_ text: Substring) throws {
    let cells = text.split(separator: ";")
    let numbers = try cells[1...5].map { try DecimalValue(parsing: String($0)) }
    terms = SalesDetailTerms(
      quantity: numbers[0], pricePerUnit: numbers[1], volumeDiscount: numbers[2],
      manualDiscount: numbers[3], tax: numbers[4])
    identifier = String(cells[6])
    hasVATInItsPrice = cells[7] == "yes"
    allowsInvoiceDiscount = cells[8] == "yes"
  }

  static func rate(_ identifier: String) throws -> DecimalValue {
    guard let rate = rates[identifier] else { throw TakenReplay.Unreadable(text: identifier) }
    return try DecimalValue(parsing: rate)
  }

  static func vat(_ identifier: String) throws -> LineVAT {
    LineVAT(identifier: identifier, setupPercent: try rate(identifier))
  }

  func amounts() throws -> SalesLineAmounts {
    let (vat, rate) = (try Self.vat(identifier), try Self.rate(identifier))
    let price = terms.pricePerUnit
    return SalesLineAmounts(
      quantity: terms.quantity,
      unitPrice: hasVATInItsPrice ? try UnitPrice.excluding(rate, price) : price,
      vat: vat, allowInvoiceDiscount: allowsInvoiceDiscount)
  }

  /// R E-28.
  func lineDiscount() throws -> DecimalValue {
    try terms.quantity * terms.volumeDiscount + terms.manualDiscount
  }
}
