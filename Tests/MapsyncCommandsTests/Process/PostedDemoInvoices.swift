import Testing

/// Invoices that a person posts.
extension DemoFolder {
  /// The fields of all records of a table.
  func shown(_ table: String) throws -> [[String: String]] {
    try answer(ShownRecords.self, "record", "list", table).records.map(\.fields)
  }

  /// The state of an invoice in Sales.
  func status(ofInvoice invoice: String) throws -> String? {
    try answer(ShownRecords.self, "record", "show", "invoice", invoice).records.first?
      .fields["statuscode"]
  }

  /// The number of a posted invoice over two pieces at 50, of the first customer.
  func post(_ order: String) throws -> String {
    let customer = try #require(try shown("Customer").compactMap { $0["No."] }.min())
    try does(
      "record", "create", "Sales Header", "Document Type=Order", "No.=\(order)",
      "Sell-to Customer No.=\(customer)")
    try does(
      "record", "create", "Sales Line", "Document Type=Order", "Document No.=\(order)",
      "Line No.=10000", "Type=Item", "No.=1896", "Quantity=2", "Unit Price=50")
    let said = try does("record", "post", order)
    let words = said.split(separator: "invoice '", omittingEmptySubsequences: false)
    return try #require(words.dropFirst().first?.split(separator: "'").first.map(String.init))
  }
}
