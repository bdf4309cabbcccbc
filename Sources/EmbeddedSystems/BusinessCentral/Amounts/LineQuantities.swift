import MapRuntime

/// Default Quantity to Ship of the sales setup (DC-2).
enum DefaultQuantityToShip: Hashable, Sendable {
  case remainder
  case blank
}

/// How far an order line is shipped and invoiced, and what of it is to be (DC-1 to DC-3).
struct LineQuantities: Hashable, Sendable {
  private(set) var quantity: DecimalValue
  private(set) var shipped: DecimalValue
  private(set) var invoiced: DecimalValue
  private(set) var toShip: DecimalValue
  private(set) var toInvoice: DecimalValue

  init(
    quantity: DecimalValue, shipped: DecimalValue = 0, invoiced: DecimalValue = 0,
    toShip: DecimalValue, toInvoice: DecimalValue
  ) {
    self.quantity = quantity
    self.shipped = shipped
    self.invoiced = invoiced
    self.toShip = toShip
    self.toInvoice = toInvoice
  }

  /// With the defaults for what is to be shipped and invoiced (DC-2).
  init(
    quantity: DecimalValue, shipped: DecimalValue = 0, invoiced: DecimalValue = 0,
    _ setup: DefaultQuantityToShip
  ) throws(AmountRefusal) {
    self.init(quantity: quantity, shipped: shipped, invoiced: invoiced, toShip: 0, toInvoice: 0)
    try takeDefaults(setup)
  }

  /// A quantity as its unit of measure takes it: rounded to 0.00001 unless the unit has a precision,
  /// of which it must be a multiple (DA-5).
  static func quantity(
    _ entered: DecimalValue, unitPrecision: RoundingPrecision?
  ) throws(AmountRefusal) -> DecimalValue {
    guard let unitPrecision else { return try entered.rounded(to: .unitAmount) }
    guard try entered.rounded(to: unitPrecision, .down) == entered else {
      throw .quantityPrecision
    }
    return entered
  }

  /// Quantity (Base) (DA-5).
  static func base(
    _ quantity: DecimalValue, quantityPerUnit: DecimalValue
  ) throws(AmountRefusal) -> DecimalValue {
    try (DotNetDecimal(quantity) * DotNetDecimal(quantityPerUnit)).rounded(to: .unitAmount)
  }

  /// Outstanding Quantity (DC-1).
  func outstanding() throws(AmountRefusal) -> DecimalValue { try quantity.subtracting(shipped) }

  /// Qty. Shipped Not Invoiced (DC-1).
  func shippedNotInvoiced() throws(AmountRefusal) -> DecimalValue {
    try shipped.subtracting(invoiced)
  }

  /// Completely Shipped (DC-1).
  var isCompletelyShipped: Bool { quantity != 0 && quantity == shipped }

  /// Whether the line is done; comment lines count as done (DC-19).
  var isCompletelyInvoiced: Bool { quantity == invoiced }

  /// The most that Qty. to Invoice can be (DC-2).
  func mostToInvoice() throws(AmountRefusal) -> DecimalValue {
    try shipped.adding(toShip).subtracting(invoiced)
  }

  /// Another quantity, with new defaults; not below what was shipped (DC-3).
  mutating func take(
    quantity new: DecimalValue, _ setup: DefaultQuantityToShip
  ) throws(AmountRefusal) {
    guard shipped == 0 || new.isNegative == shipped.isNegative && new.size >= shipped.size else {
      throw .quantityShipped
    }
    quantity = new
    try takeDefaults(setup)
  }

  /// Qty. to Ship, which sets Qty. to Invoice to all that it can be (DC-2, DC-3).
  mutating func take(toShip new: DecimalValue) throws(AmountRefusal) {
    guard try Self.isPart(new, of: outstanding()) else { throw .quantityToShip }
    toShip = new
    toInvoice = try mostToInvoice()
  }

  /// Qty. to Invoice (DC-3).
  mutating func take(toInvoice new: DecimalValue) throws(AmountRefusal) {
    guard try Self.isPart(new, of: mostToInvoice()) else { throw .quantityToInvoice }
    toInvoice = new
  }

  /// Whether a quantity is not above another and has its sign.
  private static func isPart(_ part: DecimalValue, of whole: DecimalValue) -> Bool {
    part == 0 || part.isNegative == whole.isNegative && part.size <= whole.size
  }

  private mutating func takeDefaults(_ setup: DefaultQuantityToShip) throws(AmountRefusal) {
    toShip = setup == .remainder ? try outstanding() : 0
    toInvoice = try mostToInvoice()
  }
}

/// What posting does to the quantities of an order (DC-5, DC-16, DC-19, DC-20).
struct QuantityPosting: Hashable, Sendable {
  let ships: Bool
  let invoices: Bool

  /// What of the wish to ship and to invoice is left; nil where there is nothing to post (DC-5).
  init?(
    ships: Bool, invoices: Bool, of lines: [LineQuantities]
  ) throws(AmountRefusal) {
    self.ships = ships && lines.contains { $0.toShip != 0 }
    var isInvoicing = false
    for line in lines where invoices {
      let quantity = try Self.toInvoice(line, ships: self.ships)
      isInvoicing = isInvoicing || quantity != 0
    }
    self.invoices = isInvoicing
    guard self.ships || self.invoices else { return nil }
  }

  /// What a line is invoiced: without shipping no more than what was shipped before (DC-16).
  func toInvoice(_ line: LineQuantities) throws(AmountRefusal) -> DecimalValue {
    invoices ? try Self.toInvoice(line, ships: ships) : 0
  }

  func toShip(_ line: LineQuantities) -> DecimalValue { ships ? line.toShip : 0 }

  /// The line afterwards, with new defaults for the rest (DC-20).
  func posted(
    _ line: LineQuantities, _ setup: DefaultQuantityToShip
  ) throws(AmountRefusal) -> LineQuantities {
    try LineQuantities(
      quantity: line.quantity, shipped: line.shipped.adding(toShip(line)),
      invoiced: line.invoiced.adding(toInvoice(line)), setup)
  }

  /// Whether an order with these lines, as they are afterwards, is deleted (DC-19).
  func completes(_ lines: [LineQuantities]) -> Bool {
    invoices && lines.allSatisfy(\.isCompletelyInvoiced)
  }

  private static func toInvoice(
    _ line: LineQuantities, ships: Bool
  ) throws(AmountRefusal) -> DecimalValue {
    let left = try line.shippedNotInvoiced()
    return ships || line.toInvoice.size <= left.size ? line.toInvoice : left
  }
}

extension LineQuantities {
  /// The line once an invoice with so many of its units is cancelled: they are to be shipped and
  /// invoiced again (DF-3).
  func cancelled(
    invoiceQuantity: DecimalValue, _ setup: DefaultQuantityToShip
  ) throws(AmountRefusal) -> LineQuantities {
    try LineQuantities(
      quantity: quantity, shipped: shipped.subtracting(invoiceQuantity),
      invoiced: invoiced.subtracting(invoiceQuantity), setup)
  }
}
