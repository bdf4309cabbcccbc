import Foundation
import Testing

/// A folder in step, with what documents need set up: what people do with orders and quotes there.
struct OrderingFolder {
  let folder: DemoFolder

  /// - Parameter settings: besides the write-in product and the account of freight.
  init(settings: String = "auto-create-sales-orders: true") throws {
    folder = try DemoFolder(customers: 2)
    try folder.edit {
      $0 + """
        settings:
          \(settings)
          write-in-product-type: Item
          write-in-product-number: "1908"
          freight-account: "6810"

        """
    }
    #expect(try folder.run("full").status == 0)
    try done(
      "record", "create", "G/L Account", "No.=6810", "Name=Freight", "Direct Posting=true")
  }

  /// Runs a command that goes well; what it said.
  @discardableResult
  func done(_ arguments: String...) throws -> String {
    let run = try MapsyncProcess(arguments, in: folder.root)
    #expect(run.status == 0, "\(arguments): \(run.output)\(run.error)")
    return run.output
  }

  /// The commands that a message says to run, as a person would paste them.
  func paste(from message: String) throws {
    let said = message.split(separator: "'mapsync ", omittingEmptySubsequences: false).dropFirst()
    let commands = said.compactMap { $0.split(separator: "'").first }
    #expect(!commands.isEmpty, "\(message)")
    for command in commands {
      let run = try MapsyncProcess(
        command.split(separator: " ").map(String.init), in: folder.root)
      #expect(run.status == 0, "\(command): \(run.output)\(run.error)")
    }
  }

  func records(_ table: String) throws -> [[String: String]] {
    try folder.answer(ShownRecords.self, "record", "list", table).records.map(\.fields)
  }

  /// A document of a list that lists one, and the status of the command.
  func listed(_ documents: String) throws -> (line: ListedDocuments.Line?, status: Int32) {
    let lines = try folder.answer(ListedDocuments.self, documents, "list").documents
    #expect(lines.count <= 1)
    return (lines.first, try folder.run(documents, "list").status)
  }

  func submit(_ number: String, customer: String = "Adatum") throws {
    try folder.submit(number, customer: customer)
  }

  private func unit() throws -> String {
    let product = try #require(
      try folder.answer(ShownRecords.self, "record", "show", "product", "1896").records.first)
    return try #require(product.fields["defaultuomid"]).replacing("uom ", with: "uom:")
  }

  /// A line of two pieces of an item, on an order that is not submitted.
  func addLine(to order: String) throws {
    try done(
      "record", "create", "salesorderdetail", "salesorderid=\(order)", "productid=1896",
      "uomid=\(try unit())", "quantity=2", "ispriceoverridden=true", "priceperunit=50")
  }

  /// An activated quote of one line.
  func activate(_ number: String) throws {
    try done(
      "record", "create", "--side", "sales", "quote", "name=Desks \(number)",
      "quotenumber=\(number)", "customerid=Adatum", "transactioncurrencyid=USD")
    try done(
      "record", "create", "--side", "sales", "quotedetail", "quoteid=\(number)",
      "productid=1896", "uomid=\(try unit())", "quantity=2", "ispriceoverridden=true",
      "priceperunit=50")
    try done("record", "activate", number)
  }

  /// A quote that was taken in, and of which Sales made an order; the number of that.
  func orderOfQuote() throws -> String {
    try activate("QUO-1")
    try done("quotes", "process", "QUO-1")
    try done("record", "convert", "QUO-1")
    return try #require(try records("salesorder").first?["ordernumber"])
  }

  /// The number of the BC document that came of a Sales one.
  func number(of reference: String) throws -> String? {
    try records("Sales Header").first { $0["Your Reference"] == reference }?["No."]
  }

  func state(of order: String) throws -> String? {
    try folder.answer(ShownRecords.self, "record", "show", "salesorder", order).records.first?
      .fields["statecode"]
  }
}
