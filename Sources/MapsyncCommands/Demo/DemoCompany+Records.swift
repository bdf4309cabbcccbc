import MapRuntime

/// What the demo's tables hold, prerequisites first.
extension DemoCompany {
  var batches: [Batch] {
    [
      Batch(side: .sales, table: "systemuser", records: users),
      Batch(side: .bc, table: "Salesperson/Purchaser", records: salespeople),
      bc("Currency", [["Code": .text("EUR"), "Description": .text("Euro")]]),
      bc(
        "Currency Exchange Rate",
        [
          [
            "Currency Code": .text("EUR"), "Starting Date": .date(DateValue(days: 18_262)),
            "Exchange Rate Amount": .decimal(DecimalValue(100)),
            "Relational Exch. Rate Amount": .decimal(DecimalValue(108)),
          ]
        ]),
      codes("Payment Terms", [("14D", "Net 14 days"), ("1M(8D)", "1 month, 2% in 8 days")]),
      codes("Shipment Method", [("EXW", "Ex warehouse"), ("DDP", "Delivered duty paid")]),
      bc(
        "Shipping Agent",
        [("DHL", "DHL Systems"), ("OWN LOG.", "Own logistics")].map {
          ["Code": .text($0.0), "Name": .text($0.1)]
        }),
      codes("Customer Price Group", [("WHOLESALE", "Wholesale"), ("RETAIL", "Retail")]),
      codes("Unit of Measure", [("PCS", "Piece"), ("BOX", "Box"), ("HOUR", "Hour")]),
      bc("Item", itemRecords), bc("Item Unit of Measure", itemUnits),
      bc("Customer", customerRecords), bc("Contact", people),
    ]
  }

  private func bc(_ table: String, _ records: [[String: Value]]) -> Batch {
    Batch(side: .bc, table: table, records: records)
  }

  private func codes(_ table: String, _ rows: [(String, String)]) -> Batch {
    bc(table, rows.map { ["Code": .text($0.0), "Description": .text($0.1)] })
  }

  private var users: [[String: Value]] {
    DemoWords.salespeople.map { first, last, code in
      [
        "firstname": .text(first), "lastname": .text(last),
        "internalemailaddress": .text(Self.address(code)), "domainname": .text(Self.address(code)),
        "isdisabled": .boolean(false), "islicensed": .boolean(true),
        "isintegrationuser": .boolean(false), "accessmode": .option(OptionValue(0)),
        "invitestatuscode": .option(OptionValue(4)),
      ]
    }
  }

  private var salespeople: [[String: Value]] {
    DemoWords.salespeople.map { first, last, code in
      [
        "Code": .text(code), "Name": .text("\(first) \(last)"),
        "E-Mail": .text(Self.address(code)),
      ]
    }
  }

  private static func address(_ code: String) -> String { "\(code.lowercased())@cronus.example" }

  private var itemRecords: [[String: Value]] {
    (0..<items).map { place in
      let turn = place / DemoWords.items.count
      let price = Int64(40 + place % 37 * 25)
      return [
        "No.": .text(Self.itemNumber(place)),
        "Description": .text(
          DemoWords.items[place % DemoWords.items.count] + (turn > 0 ? " \(turn + 1)" : "")),
        "Base Unit of Measure": .text("PCS"), "Type": .option(OptionValue(0)),
        "Unit Price": .decimal(DecimalValue(price)),
        "Unit Cost": .decimal(DecimalValue(price * 3 / 4)),
      ]
    }
  }

  private var itemUnits: [[String: Value]] {
    (0..<items).map { place in
      [
        "Item No.": .text(Self.itemNumber(place)), "Code": .text("PCS"),
        "Qty. per Unit of Measure": .decimal(DecimalValue(1)),
      ]
    }
  }

  private var customerRecords: [[String: Value]] {
    (0..<customers).map { place in
      let (city, postCode, country) = DemoWords.cities[place % DemoWords.cities.count]
      let turn = place / DemoWords.companies.count
      let name = DemoWords.companies[place % DemoWords.companies.count]
      return [
        "No.": .text(Self.customerNumber(place)),
        "Name": .text(name + (turn > 0 ? " \(turn + 1)" : "")),
        "Address": .text("\(place % 200 + 1) Main Street"), "City": .text(city),
        "Post Code": .text(postCode), "Country/Region Code": .text(country),
        "Phone No.": .text("+1 555 \(1000 + place % 9000)"),
        "E-Mail": .text("info\(place)@customer.example"),
        "Salesperson Code": .text(
          DemoWords.salespeople[place % DemoWords.salespeople.count].2),
        "Payment Terms Code": .text(place % 2 == 0 ? "14D" : "1M(8D)"),
        "Credit Limit (LCY)": .decimal(DecimalValue(Int64(place % 10) * 1000)),
        "Currency Code": place % 5 == 4 ? .text("EUR") : .empty,
      ]
    }
  }

  /// One person for each customer; the company's own contact BC makes itself.
  private var people: [[String: Value]] {
    (0..<customers).map { place in
      let first = DemoWords.firstNames[place % DemoWords.firstNames.count]
      let last = DemoWords.lastNames[place / 3 % DemoWords.lastNames.count]
      return [
        "Type": .option(OptionValue(1)), "First Name": .text(first), "Surname": .text(last),
        "Name": .text("\(first) \(last)"), "E-Mail": .text("person\(place)@customer.example"),
        "Business Partner": .text(Self.customerNumber(place)),
        "Salesperson Code": .text(
          DemoWords.salespeople[place % DemoWords.salespeople.count].2),
      ]
    }
  }
}
