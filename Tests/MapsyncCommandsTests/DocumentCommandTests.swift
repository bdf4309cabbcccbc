import Foundation
import Testing

@Suite("Documents at the prompt")
struct DocumentCommandTests {
  private let folder: DemoFolder

  init() throws {
    folder = try DemoFolder()
    for fields in [
      ["Customer", "No.=10000", "Name=Adatum"],
      ["Unit of Measure", "Code=PCS", "Description=Piece"],
      ["Item", "No.=1000", "Description=Bicycle", "Base Unit of Measure=PCS", "Unit Price=100"],
    ] { _ = try done(["create"] + fields) }
  }

  /// What a command under `record` says, where it is done.
  private func done(_ arguments: [String]) throws -> String {
    let run = try MapsyncProcess(["record"] + arguments, in: folder.root)
    #expect(run.status == 0, "\(arguments): \(run.error)")
    return run.output.trimmingCharacters(in: .newlines)
  }

  private func done(_ arguments: String...) throws -> String { try done(arguments) }

  /// Why it is not, with the exit status.
  private func refused(_ arguments: String...) throws -> String {
    let run = try MapsyncProcess(["record"] + arguments, in: folder.root)
    #expect(run.output == "")
    return "\(run.status) \(run.error.trimmingCharacters(in: .newlines))"
  }

  private func make(_ type: String, _ number: String, _ quantity: Int) throws {
    _ = try done(
      "create", "Sales Header", "Document Type=\(type)", "No.=\(number)",
      "Sell-to Customer No.=10000")
    _ = try done(
      "create", "Sales Line", "Document Type=\(type)", "Document No.=\(number)", "Line No.=10000",
      "Type=Item", "No.=1000", "Quantity=\(quantity)")
  }

  @Test("an order is shipped, invoiced, paid, cancelled and corrected, with a sentence each")
  func order() throws {
    try make("Quote", "SQ-1", 4)
    #expect(try done("archive", "SQ-1") == "Quote 'SQ-1' is archived as version 1")
    let made = try done("make-order", "SQ-1")
    let number = try #require(made.split(separator: "'").dropFirst().first.map(String.init))
    #expect(made == "Order '\(number)' is made of Quote 'SQ-1', which is gone")
    #expect(try done("release", number) == "Order '\(number)' is released")
    #expect(try done("reopen", "Order,\(number)") == "Order '\(number)' is open again")
    let shipped = try done("post", number, "--ship", "--quantity", "10000=1")
    #expect(shipped.hasPrefix("Order '\(number)' is posted as shipment '"), "\(shipped)")
    #expect(
      try refused("post", number, "--quantity", "20000=1")
        == "1 mapsync: Order '\(number)' has no line 20000")
    #expect(
      try refused("post", number, "--quantity", "lots")
        == "2 mapsync: 'lots' is not written as line=quantity")
    let first = try invoice(try done("post", number, "--invoice"))
    #expect(
      try done("pay", first, "--amount", "40").hasSuffix(
        "is applied to posted invoice '\(first)'; 60 is left to pay"))
    // No payment may be before its invoice, which was posted on the day that the clock showed.
    let today = Date.now.formatted(.iso8601.year().month().day())
    #expect(try done("pay", first, "--on", today).hasSuffix("nothing is left to pay"))
    #expect(try refused("pay", first) == "1 mapsync: invoice '\(first)' has nothing left to pay")
    #expect(
      try done("unapply", first) == "the last payment of posted invoice '\(first)' is unapplied")
    let posted = try done("post", number)
    #expect(posted.contains("shipment '") && posted.hasSuffix("; it is complete, and gone"))
    let second = try invoice(posted)
    let corrected = try done("correct", second)
    #expect(corrected.hasPrefix("posted invoice '\(second)' is cancelled, and Invoice '"))
    let third = try invoice(
      try done(
        "post", try #require(corrected.split(separator: "'").dropLast().last.map(String.init))))
    #expect(
      try done("cancel", third).hasPrefix(
        "posted invoice '\(third)' is cancelled by credit memo '"))
    #expect(try refused("cancel", third) == "1 mapsync: invoice '\(third)' is cancelled already")
    #expect(try refused("cancel", number).hasPrefix("2 mapsync: there is no '\(number)' in "))
  }

  private func invoice(_ sentence: String) throws -> String {
    let words = sentence.split(separator: "invoice '", omittingEmptySubsequences: false)
    return try #require(words.dropFirst().first?.split(separator: "'").first.map(String.init))
  }

  @Test("two documents of a number are told apart by their type")
  func several() throws {
    try make("Order", "1", 1)
    try make("Quote", "1", 1)
    let sentence = try refused("release", "1")
    #expect(sentence.hasPrefix("2 mapsync: '1' may be "), "\(sentence)")
    #expect(sentence.contains("Order '1' (Sales Header:") && sentence.contains("Quote '1' ("))
    #expect(try done("release", "Quote,1") == "Quote '1' is released")
  }

  @Test("a quote is revised, activated and won, the last revision of its number")
  func quote() throws {
    _ = try done("create", "account", "name=Adatum")
    _ = try done(
      "create", "quote", "name=Offer", "quotenumber=QUO-1", "customerid=account:Adatum",
      "transactioncurrencyid=USD")
    #expect(try refused("revise", "QUO-1").hasPrefix("1 mapsync: quote 'QUO-1'"))
    #expect(try done("activate", "QUO-1") == "quote 'QUO-1' is active")
    #expect(try done("revise", "QUO-1") == "quote 'QUO-1' is revised: revision 1 is a draft")
    #expect(try done("activate", "quote:QUO-1") == "quote 'QUO-1' is active")
    let converted = try done("convert", "QUO-1")
    #expect(converted.hasSuffix("' is made of quote 'QUO-1'"), "\(converted)")
    let order = try #require(converted.split(separator: "'").dropFirst().first.map(String.init))
    #expect(try done("submit", order) == "order '\(order)' is submitted")
    #expect(try done("fulfil", order, "--part") == "order '\(order)' is fulfilled in part")
    #expect(try refused("close", "QUO-1").hasPrefix("1 mapsync: quote 'QUO-1'"))
  }
}
