import MapRuntime

/// `invoice-rounding`: where Business Central's prices include VAT, an invoice in Sales has net ones,
/// and a line without a product takes what their rounding left (R H-11). What the header takes off as
/// invoice discount is no part of it: the header says that itself (R H-6).
package enum InvoiceRounding {
  /// As people read it in Sales.
  package static let text = "Rounding"
  private static let includesVAT = "Prices Including VAT"

  /// Whether a document with these lines has such a line.
  package static func isMeant<Line: TableRecord>(
    _ lines: some Sequence<Line>, _ policy: MappingPolicy
  ) -> Bool {
    guard policy.rules.contains(NamedRule.invoiceRounding.rawValue),
      let column = Line.table.column(includesVAT)
    else { return false }
    return lines.contains { RecordValues(of: $0)[column].boolean == true }
  }

  /// Whether the lines say what their prices include.
  static func check(_ context: RuleContext) throws(StoreFailure) {
    guard context.source.column(includesVAT) != nil else {
      throw context.unfit(.invoiceRounding, "finds no field '\(includesVAT)' that is mapped")
    }
  }
}
