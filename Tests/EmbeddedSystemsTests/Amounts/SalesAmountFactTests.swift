import Foundation
import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Amounts as Sales counts them")
struct SalesAmountFactTests {
  @Test("every fact about amounts holds", arguments: try SalesFact.all())
  func holds(_ fact: SalesFact) throws {
    #expect(try fact.answer() == fact.said, "\(fact)")
  }

  @Test("there are the facts that are known")
  func facts() throws {
    let facts = try SalesFact.all()
    #expect(facts.map(\.id) == (1...14).map { $0 < 10 ? "S0\($0)" : "S\($0)" })
  }
}

/// A row of `sales-amounts.tsv`: how Sales counted, as documented, asserted by Microsoft's tests or
/// computed from the rules.
struct SalesFact: Sendable, CustomStringConvertible {
  let id: String
  let rules: String
  let inputs: Inputs
  let outputs: Outputs

  var description: String { "\(id) (\(rules))" }

  /// The figures of a line or of a header, by the names of their columns.
  struct Inputs: Decodable, Sendable {
    let op: String
    let lines: [[String: String]]?
    let header: [String: String]?
    let precision: String?
    /// What stands beside `op` where the row asks for one figure.
    let single: [String: String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      op = try container.decode(String.self, forKey: Key("op"))
      lines = try container.decodeIfPresent([[String: String]].self, forKey: Key("lines"))
      header = try container.decodeIfPresent([String: String].self, forKey: Key("header"))
      precision = try container.decodeIfPresent(String.self, forKey: Key("precision"))
      single = try figures(container)
    }
  }

  struct Outputs: Decodable, Sendable, Equatable {
    var lines: [[String: DecimalValue]]
    var figures: [String: DecimalValue]

    init(lines: [[String: DecimalValue]] = [], _ figures: [String: DecimalValue]) {
      self.lines = lines
      self.figures = figures
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let lines = try container.decodeIfPresent([[String: String]].self, forKey: Key("lines"))
      self.lines = try (lines ?? []).map { try $0.mapValues { try DecimalValue(parsing: $0) } }
      figures = try SalesFact.figures(container).mapValues { try DecimalValue(parsing: $0) }
    }
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private static func figures(
    _ container: KeyedDecodingContainer<Key>
  ) throws -> [String: String] {
    var found: [String: String] = [:]
    for key in container.allKeys where !["lines", "header"].contains(key.stringValue) {
      found[key.stringValue] = try container.decode(String.self, forKey: key)
    }
    return found
  }

  static func all() throws -> [SalesFact] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "sales-amounts.tsv")
    let decoder = JSONDecoder()
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return SalesFact(
        id: cells[0], rules: cells[2],
        inputs: try decoder.decode(Inputs.self, from: Data(cells[3].utf8)),
        outputs: try decoder.decode(Outputs.self, from: Data(cells[4].utf8)))
    }
  }
}

extension SalesFact {
  struct Unanswered: Error {
    let question: String
  }

  var said: Outputs { outputs }

  /// What the module's own arithmetic makes of the inputs.
  func answer() throws -> Outputs {
    let given = inputs.single
    switch inputs.op {
    case "salesLine":
      let discount: ManualDiscount = given["discountMethod"] == "unit" ? .eachUnit : .wholeLine
      let line = try SalesDetailAmounts(try terms(given), discount, places: 2)
      return Outputs(["baseamount": line.base, "extendedamount": try line.extended])
    case "salesDocument": return try document()
    case "base":
      let twin = try number(given, "value")
        .inBaseCurrency(rate: number(given, "exchangerate"), places: 2)
      return Outputs(["base": twin])
    case "salesPrice":
      let (cost, percentage) = try (number(given, "cost"), number(given, "percentage"))
      let price: ListPrice =
        given["method"] == "percent margin"
        ? .percentMargin(percentage, on: cost) : .percentMarkup(percentage, on: cost)
      return Outputs(["priceperunit": try price.value])
    case "invoiceLine": return try invoiceLine(given)
    default: throw Unanswered(question: inputs.op)
    }
  }

  private func document() throws -> Outputs {
    let step = try DecimalValue(parsing: inputs.precision ?? "0.01")
    let places = step.places
    let lines = try (inputs.lines ?? []).map {
      try SalesDetailAmounts(try terms($0), .wholeLine, places: places)
    }
    let header = inputs.header ?? [:]
    let totals = try SalesTotals(
      of: lines,
      SalesHeaderTerms(
        discountAmount: try number(header, "discountamount"),
        discountPercentage: try number(header, "discountpercentage"),
        freight: try number(header, "freightamount")), places: places)
    return Outputs(
      lines: try lines.map { ["baseamount": $0.base, "extendedamount": try $0.extended] },
      [
        "totallineitemdiscountamount": totals.lineItemDiscount,
        "totallineitemamount": totals.lineItemAmount, "totaldiscountamount": totals.discount,
        "totalamountlessfreight": totals.amountLessFreight, "totaltax": totals.tax,
        "totalamount": totals.amount,
      ])
  }

  /// What BC sends of an invoice line is what Sales would compute of it (R H-8, H-9).
  private func invoiceLine(_ given: [String: String]) throws -> Outputs {
    let (amount, discount) = try (number(given, "amount"), number(given, "lineDisc"))
    let base = try amount + number(given, "invDisc") + discount
    let quantity = try number(given, "quantity")
    let line = try SalesDetailAmounts(
      SalesDetailTerms(
        quantity: quantity, pricePerUnit: try base / quantity, manualDiscount: discount,
        tax: try number(given, "amountInclVAT") - amount), .wholeLine, places: 2)
    return Outputs([
      "baseamount": line.base, "extendedamount": try line.extended, "tax": line.tax,
    ])
  }

  private func terms(_ given: [String: String]) throws -> SalesDetailTerms {
    SalesDetailTerms(
      quantity: try number(given, "quantity"), pricePerUnit: try number(given, "priceperunit"),
      volumeDiscount: try number(given, "volumediscountamount"),
      manualDiscount: try number(given, "manualdiscountamount"), tax: try number(given, "tax"))
  }

  private func number(_ given: [String: String], _ name: String) throws -> DecimalValue {
    try given[name].map { try DecimalValue(parsing: $0) } ?? .zero
  }
}
