import Foundation
import MapRuntime
import Testing

/// A row of the oracle's `taken.tsv`.
struct TakenRow {
  let number: String
  let places: Int
  let isGross: Bool
  let discount: DecimalValue
  let percent: DecimalValue
  let freight: DecimalValue
  let lines: [OrderLine]
  /// What the oracle says of each step, by its name.
  let steps: [(name: String, says: String)]

  /// The committed rows.
  static func all() throws -> [TakenRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../EmbeddedSystemsTests/Amounts/taken.tsv").standardizedFileURL
    return try String(contentsOf: file, encoding: .ascii).split(separator: "\n").map {
      try TakenRow($0)
    }
  }

  init(_ row: some StringProtocol) throws {
    let cells = row.split(separator: "\t").map { String($0) }
    let pairs = cells[1].split(separator: ";").map { $0.split(separator: "=") }
    let fields = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], String($0[1])) })
    func field(_ name: Substring) throws -> String { try #require(fields[name]) }
    number = cells[0]
    places = try #require(Int(field("places")))
    isGross = try field("prices") == "gross"
    discount = try DecimalValue(parsing: field("discount"))
    percent = try DecimalValue(parsing: field("percent"))
    freight = try DecimalValue(parsing: field("freight"))
    lines = try cells[2].split(separator: "|").map(OrderLine.init)
    steps = cells[3...].map { cell in
      let parts = cell.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), String(parts[1]))
    }
  }

  func says(_ name: String) -> String? { steps.first { $0.name == name }?.says }

  /// What goes back of BC's discount: first as the order was taken in, then as people might change it.
  func back() throws -> [DiscountBack] {
    try steps.filter { $0.name.hasPrefix("back:") }.map { try DiscountBack($0.name, says: $0.says) }
  }
}

/// A discount of a BC order, and what its Sales order has of it.
struct DiscountBack {
  let discount: DecimalValue
  let amount: DecimalValue
  let percent: DecimalValue
  /// What Sales takes off above the discount, as it has none below nothing (SB-11).
  let above: DecimalValue

  fileprivate init(_ name: String, says: String) throws {
    let numbers = try name.dropFirst(5).split(separator: ";")
      .map { try DecimalValue(parsing: String($0)) }
    (discount, amount, percent) = (numbers[0], numbers[1], numbers[2])
    above = try DecimalValue(parsing: String(try #require(says.split(separator: ":").last)))
  }
}

/// A line of a Sales order.
struct OrderLine {
  /// The number of what is sold; nil for a line without a product.
  let product: String?
  let identifier: String
  let isWithVAT: Bool
  let isAllowed: Bool
  var quantity: DecimalValue = 0
  var price: DecimalValue = 0
  var volume: DecimalValue = 0
  var manual: DecimalValue = 0
  var tax: DecimalValue = 0

  init(_ identifier: String, isWithVAT: Bool, isAllowed: Bool) {
    self.identifier = identifier
    self.isWithVAT = isWithVAT
    self.isAllowed = isAllowed
    product = identifier + (isWithVAT ? "-WITH" : "") + (isAllowed ? "" : "-FIRM")
  }

  init(_ text: Substring) throws {
    let cells = text.split(separator: ";").map(String.init)
    let numbers = try cells[1...5].map { try DecimalValue(parsing: $0) }
    let line = OrderLine(cells[6], isWithVAT: cells[7] == "yes", isAllowed: cells[8] == "yes")
    (identifier, isWithVAT, isAllowed) = (line.identifier, line.isWithVAT, line.isAllowed)
    product =
      switch cells[0] {
      case "item": line.product
      case "resource": "R-" + cells[6]
      default: nil
      }
    (quantity, price, volume) = (numbers[0], numbers[1], numbers[2])
    (manual, tax) = (numbers[3], numbers[4])
  }

  var item: String { product ?? "" }
}
