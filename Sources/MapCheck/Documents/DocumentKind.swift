import MapLanguage
import MapRuntime

/// What a document mapping couples in Business Central (docs/language.md#documents).
extension DocumentKind {
  /// As sentences name several of it.
  var title: String {
    switch self {
    case .order: "orders"
    case .quote: "quotes"
    case .postedInvoice: "posted invoices"
    }
  }

  /// The kind that the BC table and the document type tell, which the filter asks for or a constant
  /// writes; nil where they leave it open.
  init?(_ table: Table, filter: EffectiveCondition, fields: [EffectiveFieldMap]) {
    switch table.name.value {
    case "Sales Invoice Header": self = .postedInvoice
    case "Sales Header":
      guard let place = table.place(of: "Document Type"),
        let type = Self.asked(filter, place) ?? Self.written(fields, place)
      else { return nil }
      switch table.fields[place].options.first(where: { $0.value == type.rawValue })?.name {
      case "Order": self = .order
      case "Quote": self = .quote
      default: return nil
      }
    default: return nil
    }
  }

  init?(_ mapping: EffectiveMapping, _ catalogue: TableCatalogue) {
    self.init(catalogue[mapping.bcTable], filter: mapping.bcFilter, fields: mapping.fields)
  }

  /// Whether the filter asks for documents of more than one type.
  static func areMixed(in mapping: EffectiveMapping, _ catalogue: TableCatalogue) -> Bool {
    guard let place = catalogue[mapping.bcTable].place(of: "Document Type") else { return false }
    return mapping.bcFilter.mentions(place) && asked(mapping.bcFilter, place) == nil
  }

  private static func asked(_ filter: EffectiveCondition, _ place: Int) -> OptionValue? {
    for clause in filter.clauses where clause.field == place {
      if case .equals(.value(.option(let option))) = clause.test { return option }
    }
    return nil
  }

  private static func written(_ fields: [EffectiveFieldMap], _ place: Int) -> OptionValue? {
    for map in fields where map.bc == place {
      if case .constant(.value(.option(let option)))? = map.source { return option }
    }
    return nil
  }
}
