import MapRuntime
import MapSync
import Testing

@Suite("A new version of a quote takes the place of the one before it (F24, R G-4)")
struct QuoteVersionTests {
  @Test("the BC quote is archived, emptied, filled anew, and coupled with the new version")
  func replaced() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    let number = try world.header(document)["No."]
    let second = try world.revise(first)
    #expect(try await world.synchronize().modified == 1)
    #expect(try await world.document(of: second) == document)
    #expect(try await world.document(of: first) == nil)
    #expect(try world.header(document)["No."] == number)
    #expect(try world.quantities(document) == [2, 5])
    #expect(try world.counts() == [1, 0, 1])
    let archived = try world.records("Sales Line Archive").compactMap { $0["Quantity"]?.decimal }
    #expect(archived == [2])
    #expect(try await world.entries().isEmpty)
  }

  @Test("of two versions that came since the last run the later one takes the place")
  func twice() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    let second = try world.revise(first)
    let third = try world.revise(second, chairs: 7)
    try await world.synchronize()
    #expect(try await world.document(of: third) == document)
    #expect(try await world.document(of: second) == nil)
    #expect(try await world.document(of: first) == nil)
    #expect(try world.quantities(document) == [2, 5, 7])
    #expect(try world.counts() == [1, 0, 1])
    #expect(try await world.entries().isEmpty)
  }

  @Test("what a person wrote into the BC quote is in the archive, and no longer in the quote")
  func written() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    _ = try world.bc.change(
      "Sales Header", document, ["Work Description": .text("ours"), "Sell-to City": .text("Rome")],
      by: .person, company: world.company
    ).get()
    _ = try world.revise(first)
    try await world.synchronize()
    #expect(try world.header(document)["Work Description"]?.text ?? "" == "")
    #expect(try world.records("Sales Header Archive").map { $0["Sell-to City"] } == [.text("Rome")])
    #expect(try world.header(document)["Sell-to City"] != .text("Rome"))
  }

  @Test("a released BC quote is reopened first")
  func released() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    try world.bc.act(company: world.company) { try $0.release(document) }.get()
    _ = try world.revise(first)
    try await world.synchronize()
    #expect(try world.header(document)["Status"] == .option(OptionValue(0)))
    #expect(try world.quantities(document) == [2, 5])
    #expect(
      try world.records("Sales Header Archive").map { $0["Status"] } == [.option(OptionValue(1))])
  }

  @Test("each version is archived once, whether the ones between were ever seen or not (R G-12)")
  func again() async throws {
    let world = try await QuoteWorld()
    var last = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: last))
    last = try world.revise(last)
    try await world.synchronize()
    last = try world.revise(last)
    last = try world.revise(last)
    try await world.synchronize()
    try await world.synchronize()
    #expect(try await world.document(of: last) == document)
    #expect(try world.quantities(document).count == 4)
    #expect(try world.counts() == [1, 0, 2])
  }

  @Test("without one that is in BC it is created like the first")
  func unseen() async throws {
    let world = try await QuoteWorld()
    let second = try world.revise(world.quote())
    #expect(try await world.synchronize().inserted == 1)
    #expect(try await world.document(of: second) != nil)
    #expect(try world.counts() == [1, 0, 0])
  }

  @Test("where a person deleted the BC quote, there is a new one")
  func deleted() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    _ = try world.bc.delete("Sales Header", document, company: world.company).get()
    let archived = try world.counts()[2]
    let second = try world.revise(first)
    try await world.synchronize()
    #expect(try await world.quantities(world.document(of: second)) == [2, 5])
    #expect(try world.counts() == [1, 0, archived])
  }

  @Test("quotes of other numbers in the same run keep theirs")
  func others() async throws {
    let world = try await QuoteWorld()
    let quotes = [try world.quote("QUO-1"), try world.quote("QUO-2", chairs: 7)]
    try await world.synchronize()
    let documents = [
      try await world.document(of: quotes[0]), try await world.document(of: quotes[1]),
    ]
    let next = [
      try world.revise(quotes[0], chairs: 1), try world.revise(quotes[1], chairs: 3),
      try world.quote("QUO-3", chairs: 9),
    ]
    try await world.synchronize()
    #expect(try await world.document(of: next[0]) == documents[0])
    #expect(try await world.document(of: next[1]) == documents[1])
    #expect(try world.quantities(documents[0]) == [2, 1])
    #expect(try world.quantities(documents[1]) == [7, 3])
    #expect(try world.counts() == [3, 0, 2])
  }

  @Test("a version that BC refuses leaves the quote, its archive and its coupling as they were")
  func refused() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    try world.block(true)
    let second = try world.revise(first)
    #expect(try await world.synchronize().failed == 1)
    #expect(try await world.document(of: first) == document)
    #expect(try await world.document(of: second) == nil)
    #expect(try world.quantities(document) == [2])
    #expect(try world.counts() == [1, 0, 0])
    try world.block(false)
    try await world.synchronize()
    #expect(try await world.document(of: second) == document)
    #expect(try world.quantities(document) == [2, 5])
    #expect(try await world.entries().isEmpty)
  }

  @Test("by command, where quotes do not go by themselves (F23)")
  func commanded() async throws {
    let world = try await QuoteWorld(["auto-process-quotes": .boolean(false)])
    let first = try world.quote()
    try await world.process(first)
    let document = try #require(try await world.document(of: first))
    let second = try world.revise(first)
    try await world.synchronize()
    #expect(try await world.document(of: second) == nil)
    #expect(try await world.listed().map(\.standing) == [.ready])
    try await world.process(second)
    #expect(try await world.document(of: second) == document)
    #expect(try await world.listed().isEmpty)
  }

  @Test(
    "where a mapping says so there is a new BC quote, and the earlier one stays with what it was coupled",
    arguments: [[.archive, .new], [.new]] as [[VersionStep]])
  func beside(then: [VersionStep]) async throws {
    let world = try await QuoteWorld(versions: then)
    let first = try world.quote()
    try await world.synchronize()
    let earlier = try #require(try await world.document(of: first))
    let second = try world.revise(first)
    let third = try world.revise(second, chairs: 7)
    let counters = try await world.synchronize()
    #expect(counters.inserted == 1)
    #expect(counters.modified == 0)
    let later = try #require(try await world.document(of: third))
    #expect(later != earlier)
    #expect(try await world.document(of: first) == earlier)
    #expect(try await world.document(of: second) == nil)
    #expect(try world.quantities(earlier) == [2])
    #expect(try world.quantities(later) == [2, 5, 7])
    // A copy of the earlier one, once.
    let archived = then.contains(.archive) ? 1 : 0
    #expect(try world.counts() == [2, 0, archived])
    let quantities = try world.records("Sales Line Archive").compactMap { $0["Quantity"]?.decimal }
    #expect(quantities == (archived == 1 ? [2] : []))
    try await world.synchronize()
    #expect(try world.counts() == [2, 0, archived])
    #expect(try await world.entries().isEmpty)
  }

  @Test(
    "the first version of a quote is archived nowhere",
    arguments: [[.archive, .new], [.new]] as [[VersionStep]])
  func firstOfAll(then: [VersionStep]) async throws {
    let world = try await QuoteWorld(versions: then)
    _ = try world.quote()
    _ = try world.revise(world.quote("QUO-2"))
    #expect(try await world.synchronize().inserted == 2)
    #expect(try world.counts() == [2, 0, 0])
  }

  @Test(
    "a version that BC refuses makes no copy of the earlier one, until it goes through",
    arguments: [[.archive, .new], [.new]] as [[VersionStep]])
  func refusedBeside(then: [VersionStep]) async throws {
    let world = try await QuoteWorld(versions: then)
    let first = try world.quote()
    try await world.synchronize()
    try world.block(true)
    let second = try world.revise(first)
    #expect(try await world.synchronize().failed == 1)
    #expect(try world.counts() == [1, 0, 0])
    try world.block(false)
    try await world.synchronize()
    #expect(try await world.document(of: second) != nil)
    #expect(try world.counts() == [2, 0, then.contains(.archive) ? 1 : 0])
    #expect(try await world.entries().isEmpty)
  }

  @Test("an active quote that is in BC is left alone (R G-2)")
  func leftAlone() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: quote))
    let before = try world.header(document)
    try await world.synchronize()
    try await world.process(quote)
    #expect(try world.header(document) == before)
    #expect(try world.counts() == [1, 0, 0])
  }

  @Test("a quote of another company is passed over (R G-1)")
  func foreign() async throws {
    let world = try await QuoteWorld()
    let other = try world.sales.create(
      "bcbi_company", ["bcbi_name": .text("Fabrikam")], by: .system
    ).get()
    let quote = try world.quote(company: other)
    try await world.synchronize()
    #expect(try await world.entries().isEmpty)
    // Who names it is told.
    #expect(try await world.process(quote).failed == 1)
    #expect(try world.counts() == [0, 0, 0])
  }
}
