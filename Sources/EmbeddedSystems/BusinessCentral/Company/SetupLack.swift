/// Something that a company's setup lacks, and the way out.
public struct SetupLack: Hashable, Sendable {
  /// What is done with documents.
  public enum Use: Hashable, Sendable, CaseIterable {
    case quotes
    case orders
    case postings
  }

  public let message: String
  public let help: String
  /// What it keeps from being done.
  public let stops: Set<Use>
  /// What of the demand it is about; nil where it is about the company.
  public let sold: DocumentDemand.Sold?
  /// Whether it concerns some customers or products, and others can be sold.
  public private(set) var isOfSome: Bool

  init(
    message: String, help: String, stops: Set<Use>, sold: DocumentDemand.Sold? = nil,
    isOfSome: Bool = false
  ) {
    self.message = message
    self.help = help
    self.stops = stops
    self.sold = sold
    self.isOfSome = isOfSome
  }

  var ofSome: SetupLack {
    var lack = self
    lack.isOfSome = true
    return lack
  }
}

extension NumberedDocument {
  /// What cannot be done without its numbers.
  var stops: Set<SetupLack.Use> {
    switch self {
    case .quote: [.quotes]
    case .order: [.orders]
    case .invoice, .creditMemo, .shipment, .postedInvoice, .postedCreditMemo, .payment: [.postings]
    }
  }
}
