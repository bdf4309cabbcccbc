import Foundation
import Testing

/// Folders in which orders can be taken in.
extension DemoFolder {
  /// A folder in step, with what orders need set up.
  static func forOrders() throws -> DemoFolder {
    try OrderingFolder().folder
  }

  /// A submitted order of two lines, one of them without a product.
  func submit(_ number: String, named name: String? = nil, customer: String = "Adatum") throws {
    let product = try #require(
      try answer(ShownRecords.self, "record", "show", "product", "1896").records.first)
    let unit = try #require(product.fields["defaultuomid"]).replacing("uom ", with: "uom:")
    try does(
      "record", "create", "salesorder", "name=\(name ?? "Desks \(number)")",
      "ordernumber=\(number)", "customerid=\(customer)", "transactioncurrencyid=USD",
      "discountpercentage=10", "freightamount=25")
    try does(
      "record", "create", "salesorderdetail", "salesorderid=\(number)", "productid=1896",
      "uomid=\(unit)", "quantity=2", "ispriceoverridden=true", "priceperunit=50")
    try does(
      "record", "create", "salesorderdetail", "salesorderid=\(number)",
      "isproductoverridden=true", "productdescription=Delivery by crane", "quantity=1",
      "ispriceoverridden=true", "priceperunit=100")
    try does("record", "change", "salesorder", number, "statecode=Submitted")
  }
}
