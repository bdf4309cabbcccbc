import EmbeddedSystems
import MapRuntime

/// Currencies of which Business Central rounds amounts to other places than Sales does: what a document
/// comes to changes on its way (R SC-1, DA-47, M-16).
struct CurrencyPlaces {
  struct Problem {
    let message: String
    let help: String
    /// Whether it is the currency in which the company keeps its books.
    let isLocal: Bool
  }

  private let bc: EmbeddedSystem
  private let company: Company
  private let sales: EmbeddedSystem
  private let localCurrency: String?

  init(
    _ bc: EmbeddedSystem, _ company: Company, _ sales: EmbeddedSystem, localCurrency: String?
  ) {
    self.bc = bc
    self.company = company
    self.sales = sales
    self.localCurrency = localCurrency
  }

  /// Of the currencies that both systems have, in the order of their codes.
  func problems() throws(SystemFailure) -> [Problem] {
    let places = try places()
    var problems: [Problem] = []
    for (code, step) in try steps().sorted(by: { $0.key < $1.key }) {
      guard let count = places[code], step.amount != .step(ofPlaces: count) else { continue }
      problems.append(problem(code, step, count))
    }
    return problems
  }

  /// To what Business Central rounds amounts of a currency.
  private struct Step {
    let amount: DecimalValue
    let isLocal: Bool
  }

  private func steps() throws(SystemFailure) -> [String: Step] {
    let field = "Amount Rounding Precision"
    var steps: [String: Step] = [:]
    for currency in try records("Currency", bc, company) {
      guard let code = currency["Code"]?.text, let amount = currency[field]?.decimal else {
        continue
      }
      steps[Code.normalized(code)] = Step(amount: amount, isLocal: false)
    }
    if let localCurrency, let ledger = try records("General Ledger Setup", bc, company).first,
      let amount = ledger[field]?.decimal
    {
      steps[Code.normalized(localCurrency)] = Step(amount: amount, isLocal: true)
    }
    // One without a precision is refused by itself.
    return steps.filter { $0.value.amount > .zero }
  }

  /// The places that Sales has for amounts, by the codes of its currencies.
  private func places() throws(SystemFailure) -> [String: Int64] {
    var places: [String: Int64] = [:]
    for currency in try records("transactioncurrency", sales, nil) {
      guard let code = currency["isocurrencycode"]?.text,
        let count = currency["currencyprecision"]?.integer, (0...4).contains(count)
      else { continue }
      places[Code.normalized(code)] = count
    }
    return places
  }

  private func records(
    _ table: String, _ system: EmbeddedSystem, _ company: Company?
  ) throws(SystemFailure) -> [[String: Value]] {
    guard system.schema[table] != nil else { return [] }
    var records: [[String: Value]] = []
    for id in try system.find(table, company: company) {
      if let record = try system.record(table, id, company: company) { records.append(record) }
    }
    return records
  }

  private func problem(_ code: String, _ step: Step, _ count: Int64) -> Problem {
    let card = step.isLocal ? "General Ledger Setup" : "Currency '\(code)'"
    let fitting = (Int64(0)...4).first { step.amount == .step(ofPlaces: $0) }
    let inSales = fitting.map { "give it \(Numbers.count(Int($0), "place")) in Sales" }
    let own = DecimalValue.step(ofPlaces: count)
    let inBC = "set 'Amount Rounding Precision' of \(card) to \(own)"
    return Problem(
      message:
        "amounts in '\(code)' have \(Numbers.count(Int(count), "place")), and Business Central "
        + "rounds them to \(step.amount): what documents in it come to differs by that",
      help: [inSales, inBC].compactMap { $0 }.joined(separator: ", or "), isLocal: step.isLocal)
  }
}

extension DecimalValue {
  /// The smallest amount above nothing that has so many places.
  fileprivate static func step(ofPlaces places: Int64) -> DecimalValue {
    var step = DecimalValue(1)
    for _ in 0..<places { step = DecimalValue(units: step.units / 10) }
    return step
  }
}
