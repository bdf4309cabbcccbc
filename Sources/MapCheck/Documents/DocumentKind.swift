import MapLanguage
import MapRuntime

/// What a document mapping couples in Business Central: what can happen to it depends on that
/// (docs/language.md#documents).
enum DocumentKind: CaseIterable {
  case order
  case quote
  case postedInvoice

  /// As sentences name several of it.
  var title: String {
    switch self {
    case .order: "orders"
    case .quote: "quotes"
    case .postedInvoice: "posted invoices"
    }
  }

  func has(_ event: DocumentEvent) -> Bool {
    switch event {
    case .created: true
    case .updated, .released, .shipped, .completelyShipped, .invoiced, .completelyInvoiced,
      .deleted:
      self == .order
    case .revised, .won, .lost: self == .quote
    case .unpaid, .paidPartly, .paid, .cancelled: self == .postedInvoice
    }
  }

  /// The kind that the BC table and the document type tell, which the filter asks for or a constant
  /// writes; nil where they leave it open.
  init?(_ mapping: EffectiveMapping, _ catalogue: TableCatalogue) {
    let table = catalogue[mapping.bcTable]
    switch table.name.value {
    case "Sales Invoice Header": self = .postedInvoice
    case "Sales Header":
      guard let place = table.place(of: "Document Type"),
        let type = Self.asked(mapping, place) ?? Self.written(mapping, place)
      else { return nil }
      switch table.fields[place].options.first(where: { $0.value == type.rawValue })?.name {
      case "Order": self = .order
      case "Quote": self = .quote
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether the filter asks for documents of more than one type.
  static func areMixed(in mapping: EffectiveMapping, _ catalogue: TableCatalogue) -> Bool {
    guard let place = catalogue[mapping.bcTable].place(of: "Document Type") else { return false }
    return mapping.bcFilter.mentions(place) && asked(mapping, place) == nil
  }

  private static func asked(_ mapping: EffectiveMapping, _ place: Int) -> OptionValue? {
    for clause in mapping.bcFilter.clauses where clause.field == place {
      if case .equals(.value(.option(let option))) = clause.test { return option }
    }
    return nil
  }

  private static func written(_ mapping: EffectiveMapping, _ place: Int) -> OptionValue? {
    for map in mapping.fields where map.bc == place {
      if case .constant(.value(.option(let option)))? = map.source { return option }
    }
    return nil
  }
}
