import MapRuntime
import MapSync
import Testing

@Suite("Wherever a process ends, each quote is there once, whole, and archived once (B6, F24, F25)")
struct StoppedQuoteTests {
  enum Story: String, CaseIterable, Sendable {
    case version, releasedVersion, wonVersion, submitted, unseen, notSubmitted

    /// What happened before the process that ends; the quotes in their order.
    func begin(_ world: QuoteWorld) async throws -> [Guid] {
      var quotes = [try world.quote()]
      if self != .unseen { try await world.synchronize() }
      switch self {
      case .version: quotes.append(try world.revise(quotes[0]))
      case .releasedVersion:
        let document = try #require(try await world.document(of: quotes[0]))
        try world.bc.act(company: world.company) { try $0.release(document) }.get()
        quotes.append(try world.revise(quotes[0]))
      case .wonVersion:
        quotes.append(try world.revise(quotes[0]))
        try world.win(quotes[1], submitting: true)
      case .submitted, .unseen: try world.win(quotes[0], submitting: true)
      case .notSubmitted: try world.win(quotes[0], submitting: false)
      }
      return quotes
    }
  }

  /// All that counts in the end.
  private struct End: Equatable {
    var counts: [Int] = []
    var quotes: [[DecimalValue]] = []
    var orders: [[DecimalValue]] = []
    var status: [Value?] = []
    var names: [Bool] = []
    var archived: [DecimalValue] = []
    var coupled: [Bool] = []
    var entries = 0
    var intents = 0
  }

  private func end(_ world: QuoteWorld, _ quotes: [Guid]) async throws -> End {
    for _ in 0..<3 { try await world.synchronize("QUOTE", "ORDER") }
    var end = End()
    end.counts = try world.counts()
    for (fields, isOrder) in [(QuoteWorld.isQuote, false), (QuoteWorld.isOrder, true)] {
      let documents = try world.bc.find("Sales Header", fields, company: world.company)
        .map { (id: $0, header: try world.header($0)) }
        .sorted { "\($0.header["No."] ?? .empty)" < "\($1.header["No."] ?? .empty)" }
      for (id, header) in documents {
        end.status.append(header["Status"])
        if isOrder {
          end.orders.append(try world.quantities(id))
          end.names.append(header["Quote No."]?.text?.isEmpty == false)
        } else {
          end.quotes.append(try world.quantities(id))
        }
      }
    }
    end.archived = try world.records("Sales Line Archive").compactMap { $0["Quantity"]?.decimal }
      .sorted()
    for quote in quotes { end.coupled.append(try await world.document(of: quote) != nil) }
    end.entries = try await world.entries().count
    end.intents = try await world.integration.state.openIntents().count
    return end
  }

  @Test("before and after every write, and at every named moment", arguments: Story.allCases)
  func stopped(story: Story) async throws { try await stop(story, versions: nil) }

  @Test(
    "so they are where a version gets a BC quote of its own",
    arguments: [[.archive, .new], [.new]] as [[VersionStep]])
  func stoppedBeside(versions: [VersionStep]) async throws {
    for story in [Story.version, .releasedVersion] {
      try await stop(story, versions: versions)
    }
  }

  private func stop(_ story: Story, versions: [VersionStep]?) async throws {
    let calm = try await QuoteWorld(versions: versions)
    let quotes = try await story.begin(calm)
    calm.stop.arm(nil)
    try await calm.synchronize()
    let writes = calm.stop.writes
    #expect(writes > 0)
    let expected = try await end(calm, quotes)
    #expect(expected.counts[0] == (versions == nil ? 1 : 2))
    #expect(expected.entries == 0 && expected.intents == 0)

    var moments: [StopSwitch.Moment] = []
    for write in 1...writes { moments += [.before(write: write), .after(write: write)] }
    for checkpoint in Checkpoint.allCases {
      for turn in 1...2 { moments.append(.checkpoint(checkpoint, turn: turn)) }
    }
    for moment in moments {
      let world = try await QuoteWorld(versions: versions)
      let quotes = try await story.begin(world)
      world.stop.arm(moment)
      // It may have been over before that moment came.
      _ = try? await world.synchronize()
      world.stop.arm(nil)
      let end = try await end(world, quotes)
      #expect(end == expected, "\(story), stopped \(moment)")
    }
  }
}
