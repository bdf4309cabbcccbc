import ArgumentParser
import MapRuntime
import MapScenario

/// What a person in Business Central does with documents.
extension RecordCommand {
  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "release",
      abstract: "Releases an order, quote or invoice of BC.",
      discussion: "Example: mapsync record release S-00001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.release) }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Opens a released document of BC again, or an invoice in Sales.",
      discussion: "Example: mapsync record reopen S-00001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.reopen) }
  }

  struct Archive: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "archive",
      abstract: "Keeps a document of BC as it is now, as a version.",
      discussion: "Example: mapsync record archive SQ-00001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.archive) }
  }

  struct MakeOrder: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make-order", abstract: "Makes an order of a quote of BC.",
      discussion: "Example: mapsync record make-order SQ-00001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.makeOrder) }
  }

  struct Post: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "post",
      abstract: "Ships and invoices an order or invoice of BC.",
      discussion: """
        Without --ship and --invoice it does both.

        Example: mapsync record post S-00001
        Example: mapsync record post S-00001 --ship --quantity 10000=2
        """)

    @OptionGroup var options: DocumentOptions

    @Flag(help: "Ship.")
    var ship = false

    @Flag(help: "Invoice.")
    var invoice = false

    @Option(help: "How much of a line: its line number, '=' and the quantity.")
    var quantity: [String] = []

    func run() throws {
      var quantities: [Int64: DecimalValue] = [:]
      for text in quantity {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let line = Int64(parts[0]) else {
          throw CommandFailure("'\(PlainLine.of(text))' is not written as line=quantity")
        }
        quantities[line] = try DocumentStep.amount(String(parts[1]))
      }
      try options.perform(
        .post(
          DocumentStep.Posting(
            ships: ship || !invoice, invoices: invoice || !ship, quantities: quantities)))
    }
  }

  struct Pay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pay",
      abstract: "Pays a posted invoice of BC, whole or in part.",
      discussion: "Example: mapsync record pay PSI-00001 --amount 100 --on 2026-03-10")

    @OptionGroup var options: DocumentOptions

    @Option(help: "How much, in the invoice's currency; all that remains unless said.")
    var amount: String?

    @Option(help: "The day; today unless said.")
    var on: String?

    func run() throws {
      try options.perform(
        .pay(
          amount: try amount.map { try DocumentStep.amount($0) },
          on: try on.map { try DocumentStep.day($0) }))
    }
  }

  struct Unapply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unapply",
      abstract: "Takes the last payment of a posted invoice of BC back.",
      discussion: "Example: mapsync record unapply PSI-00001")

    @OptionGroup var options: DocumentOptions

    @Option(help: "The day; today unless said.")
    var on: String?

    func run() throws {
      try options.perform(.unapply(on: try on.map { try DocumentStep.day($0) }))
    }
  }

  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "Cancels a posted invoice of BC by a credit memo, or an order or invoice in Sales.",
      discussion: """
        An invoice that Sales has from BC is cancelled where it was posted; 'invoice:' before its
        number means the one in Sales.

        Example: mapsync record cancel PSI-00001
        """)

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.cancel) }
  }

  struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: "Cancels a posted invoice of BC and begins a new one with its lines.",
      discussion: "Example: mapsync record correct PSI-00001")

    @OptionGroup var options: DocumentOptions

    func run() throws { try options.perform(.correct) }
  }
}

extension DocumentStep {
  fileprivate static func amount(_ text: String) throws(CommandFailure) -> DecimalValue {
    let type = FieldType.decimal(places: DecimalValue.maximumPlaces)
    guard let amount = Value(parsing: text, as: type)?.decimal else {
      throw CommandFailure("'\(PlainLine.of(text))' is no number")
    }
    return amount
  }

  fileprivate static func day(_ text: String) throws(CommandFailure) -> DateValue {
    guard let day = Value(parsing: text, as: .date)?.date else {
      throw CommandFailure("'\(PlainLine.of(text))' is no day; write it as 2026-03-10")
    }
    return day
  }
}
