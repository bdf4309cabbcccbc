/// The order in which the fields of a record are assigned, where each may change others.
enum AssignmentOrder {
  /// Of a line: what it sells, in which unit, how much, for how much.
  private static let lines: [LineField] = [
    .documentType, .documentNumber, .lineNumber, .type, .number, .variant, .unitOfMeasure,
    .vatBusPostingGroup, .vatProdPostingGroup, .location, .quantity, .unitPrice,
    .lineDiscountPercent, .lineDiscountAmount, .lineAmount, .allowInvoiceDiscount,
    .quantityToShip, .quantityToInvoice,
  ]
  /// Of a header: the customers before what they fill in, terms before the discount that they say.
  private static let headers: [HeaderField] = [
    .documentType, .number, .sellToCustomer, .billToCustomer, .documentDate, .postingDate,
    .currency, .pricesIncludeVAT, .paymentTerms, .paymentDiscountPercent, .shippingAgent,
  ]

  /// Columns of a record that are written: the given ones in their order, then the others. What a
  /// record is comes first in any case.
  static func columns(
    _ written: [Bool], _ names: [String], _ given: [Int], in table: TableLayout
  ) -> [Int] {
    let ranks: [String]
    switch table.name {
    case BusinessTables.lineName: ranks = lines.map(\.name)
    case BusinessTables.headerName: ranks = headers.map(\.name)
    default: ranks = []
    }
    func rank(_ column: Int) -> Int { ranks.firstIndex(of: names[column]) ?? ranks.count }
    let first = ["Document Type", "Document No.", "Line No.", "Type"]
    let given = given.filter { written[$0] }
    let rest = written.indices.filter { written[$0] && !given.contains($0) }
      .sorted { (rank($0), $0) < (rank($1), $1) }
    let all = given + rest
    guard !ranks.isEmpty else { return all }
    return all.filter { first.contains(names[$0]) } + all.filter { !first.contains(names[$0]) }
  }
}
