import MapRuntime

/// What a person does with a document in the system that it is in, beside writing its fields.
public enum DocumentStep: Hashable, Sendable {
  // In Business Central.
  case release
  case archive
  case makeOrder
  case post(Posting)
  /// Nil for all that remains, and for today.
  case pay(amount: DecimalValue?, on: DateValue?)
  case unapply(on: DateValue?)
  case correct

  // In both.
  case reopen
  case cancel

  // In Sales.
  case revise
  case activate
  case win
  case close(QuoteEnd)
  case submit
  case fulfil(isComplete: Bool)
  /// An order of a quote, an invoice of an order.
  case convert

  /// What is shipped and invoiced.
  public struct Posting: Hashable, Sendable {
    public let ships: Bool
    public let invoices: Bool
    /// How much of a line, by its Line No.; other lines are posted as they stand.
    public let quantities: [Int64: DecimalValue]

    public init(ships: Bool, invoices: Bool, quantities: [Int64: DecimalValue] = [:]) {
      self.ships = ships
      self.invoices = invoices
      self.quantities = quantities
    }
  }

  /// How a quote ends that nobody won.
  public enum QuoteEnd: String, Hashable, Sendable, CaseIterable {
    case lost
    case canceled
  }
}

/// Documents that a step takes, and what it makes of each.
public struct DocumentTable: Hashable, Sendable {
  public let side: Side
  public let name: String
  /// The table of what is made; nil where nothing is.
  public let made: String?

  private init(_ side: Side, _ name: String, makes made: String? = nil) {
    self.side = side
    self.name = name
    self.made = made
  }

  static func bc(_ name: String, makes made: String? = nil) -> Self { Self(.bc, name, makes: made) }

  static func sales(_ name: String, makes made: String? = nil) -> Self {
    Self(.sales, name, makes: made)
  }
}

extension DocumentStep {
  /// The tables whose documents it can be done with.
  public var tables: [DocumentTable] {
    switch self {
    case .release: [.bc("Sales Header")]
    case .archive: [.bc("Sales Header", makes: "Sales Header Archive")]
    case .makeOrder: [.bc("Sales Header", makes: "Sales Header")]
    case .post(let posting):
      [
        .bc(
          "Sales Header",
          makes: posting.invoices ? "Sales Invoice Header" : "Sales Shipment Header")
      ]
    case .pay, .unapply: [.bc("Sales Invoice Header")]
    case .correct: [.bc("Sales Invoice Header", makes: "Sales Header")]
    case .reopen: [.bc("Sales Header"), .sales("invoice")]
    case .cancel:
      [
        .bc("Sales Invoice Header", makes: "Sales Cr.Memo Header"), .sales("salesorder"),
        .sales("invoice"),
      ]
    case .revise: [.sales("quote", makes: "quote")]
    case .activate, .win, .close: [.sales("quote")]
    case .submit, .fulfil: [.sales("salesorder")]
    case .convert: [.sales("quote", makes: "salesorder"), .sales("salesorder", makes: "invoice")]
    }
  }
}
