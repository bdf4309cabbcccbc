import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Wherever a process ends, notes travel and events are told once each (B6, F21, F22)")
struct StoppedExchangeTests {
  /// All that counts in the end.
  private struct End: Equatable {
    var bcNotes: [String] = []
    var salesNotes: [String] = []
    var posts: [String] = []
    var intents = 0
  }

  /// An order in both systems, with notes written and changed on both sides, that was released and
  /// shipped in part.
  private func begin(_ world: QuoteWorld) async throws {
    let order = try world.win(world.quote(), submitting: true)
    try world.note(order, "Ring twice")
    _ = try await Synchronizer(world.integration).run(
      world.mapping("ORDER"), .toBC, .create, ids: [order])
    let document = try #require(try await world.document(of: order, "ORDER"))
    try await world.exchange()
    let taken = try #require(try world.bc.find("Record Link", company: world.company).first)
    try world.note(order, "<p>Second</p><p>floor</p>")
    try world.bc.act(company: world.company) { session in
      try session.addNote("No lift", to: document)
      try session.release(document)
      _ = try session.post(document, ship: true, invoice: false)
    }.get()
    _ = try world.bc.change(
      "Record Link", taken, ["Note": .text("Ring three times")], by: .person,
      company: world.company
    ).get()
  }

  private func end(_ world: QuoteWorld) async throws -> End {
    for _ in 0..<3 { try await world.exchange() }
    func texts(_ ids: [Guid], _ text: (Guid) throws -> Value?) rethrows -> [String] {
      try ids.compactMap { try text($0)?.text }.sorted()
    }
    return End(
      bcNotes: try texts(world.bc.find("Record Link", company: world.company)) {
        try world.bc.record("Record Link", $0, company: world.company)?["Note"]
      },
      salesNotes: try texts(world.sales.find("annotation")) {
        try world.sales.record("annotation", $0)?["notetext"]
      },
      posts: try texts(world.sales.find("post")) { try world.sales.record("post", $0)?["text"] },
      intents: try await world.integration.state.openIntents().count)
  }

  @Test("before and after every write")
  func stopped() async throws {
    let calm = try await QuoteWorld()
    try await begin(calm)
    calm.stop.arm(nil)
    try await calm.exchange()
    let writes = calm.stop.writes
    #expect(writes >= 3)
    let expected = try await end(calm)
    #expect(expected.bcNotes == ["No lift", "Ring three times", "Second\nfloor"])
    #expect(
      expected.salesNotes == ["<p>Second</p><p>floor</p>", "No lift", "Ring three times"])
    #expect(
      expected.posts == [
        "A shipment of the order was posted in Business Central.",
        "The order was released in Business Central.",
      ])
    for write in 1...writes {
      for moment in [StopSwitch.Moment.before(write: write), .after(write: write)] {
        let world = try await QuoteWorld()
        try await begin(world)
        world.stop.arm(moment)
        _ = try? await world.exchange()
        world.stop.arm(nil)
        #expect(try await end(world) == expected, "stopped \(moment)")
      }
    }
  }

  @Test("what somebody took down is not told again, and a deleted note does not come back")
  func deleted() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    try await world.exchange()
    for post in try world.sales.find("post") { _ = try world.sales.delete("post", post).get() }
    for note in try world.sales.find("annotation") {
      _ = try world.sales.delete("annotation", note).get()
    }
    let document = try #require(
      try world.bc.find("Sales Header", QuoteWorld.isOrder, company: world.company).first)
    for link in try world.bc.find("Record Link", company: world.company) {
      _ = try world.bc.change(
        "Record Link", link, ["Note": .text("changed")], by: .person, company: world.company
      ).get()
    }
    try world.bc.act(company: world.company) { try $0.reopen(document) }.get()
    try world.bc.act(company: world.company) { try $0.release(document) }.get()
    #expect(try await end(world).posts.isEmpty)
    #expect(try await end(world).salesNotes.isEmpty)
  }

  @Test("a post that Sales refuses is not made again, and what happens later is told (R F-17)")
  func refused() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    world.sales.faults.add(.next(1, of: "post", message: "the feed is full"))
    let end = try await end(world)
    #expect(end.posts.count == 1)
    #expect(try await world.entries().isEmpty)
  }

  @Test("a post that broke on the way is made, once", arguments: [false, true])
  func broken(hasEffect: Bool) async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    world.sales.faults.add(
      .broken(1, of: "post", hasEffect: hasEffect, message: "the connection broke"))
    #expect(try await end(world).posts.count == 2)
  }

  @Test(
    "an order that was seen open is told again when it is released, wherever a process ends (R F-14)"
  )
  func releasedAgain() async throws {
    let texts = [
      "A shipment of the order was posted in Business Central.",
      "The order was released in Business Central.", "The order was released in Business Central.",
    ]
    var moments: [StopSwitch.Moment?] = [nil]
    for write in 1...2 { moments += [.before(write: write), .after(write: write)] }
    for isWhileOpen in [true, false] {
      for moment in moments {
        let world = try await QuoteWorld()
        try await begin(world)
        try await world.exchange()
        let document = try #require(
          try world.bc.find("Sales Header", QuoteWorld.isOrder, company: world.company).first)
        func act(_ deed: @escaping @Sendable (WriteSession, Guid) throws -> Void) throws {
          try world.bc.act(company: world.company) { try deed($0, document) }.get()
        }
        func exchange(isStopped: Bool) async throws {
          world.stop.arm(isStopped ? moment : nil)
          if isStopped { _ = try? await world.exchange() } else { try await world.exchange() }
          world.stop.arm(nil)
        }
        try act { try $0.reopen($1) }
        try await exchange(isStopped: isWhileOpen)
        try await exchange(isStopped: false)
        try act { try $0.release($1) }
        try await exchange(isStopped: !isWhileOpen)
        #expect(try await end(world).posts == texts, "\(String(describing: moment))")
      }
    }
  }

  @Test(
    "where both sides work on orders there is no timeline, and notes go both ways (R F-4, F-19)")
  func modes() async throws {
    func jobs(_ orders: String) async throws -> [String] {
      let integration = try await QuoteWorld(orders: orders).integration
      let documents = try #require(integration.documents)
      return integration.mappings.filter { $0.pair.sales == "salesorder" }
        .flatMap { documents.jobs(of: $0) }.map(\.name).sorted()
    }
    #expect(
      try await jobs("one-way-orders") == [
        "ORDER (notes)", "SALESORDER-ORDER (notes)", "SALESORDER-ORDER (timeline)",
      ])
    #expect(try await jobs("both-way-orders") == ["SALESORDER-ORDER (notes)"])
  }

  @Test("the history of an order has what was told of it and which notes it got (B7)")
  func history() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    try await world.exchange()
    let order = try #require(try world.sales.find("salesorder").first)
    let events = try await world.integration.state.history(.sales, order, limit: 50)
    #expect(
      Set(events.filter { $0.kind == .told }.map(\.message)) == [
        "A shipment of the order was posted in Business Central.",
        "The order was released in Business Central.",
      ])
    #expect(
      Set(events.filter { $0.kind == .noted }.map(\.message)) == [
        "No lift", "Ring three times", "Second…",
      ])
    #expect(events.allSatisfy { $0.job != nil })
  }

  @Test("a note that both sides changed gets the later text")
  func bothChanged() async throws {
    for bcIsLater in [true, false] {
      let world = try await QuoteWorld()
      try await begin(world)
      try await world.exchange()
      let note = try #require(
        try world.sales.find("annotation", ["notetext": .text("No lift")]).first)
      let link = try #require(
        try world.bc.find(
          "Record Link", ["Note": .text("No lift")], company: world.company
        ).first)
      func change(bc: Bool) throws {
        if bc {
          _ = try world.bc.change(
            "Record Link", link, ["Note": .text("of BC")], by: .person, company: world.company
          ).get()
        } else {
          _ = try world.sales.change(
            "annotation", note, ["notetext": .text("of Sales")], by: .person
          ).get()
        }
      }
      try change(bc: !bcIsLater)
      world.time.pass(seconds: 1)
      try change(bc: bcIsLater)
      let end = try await end(world)
      #expect(end.bcNotes.contains(bcIsLater ? "of BC" : "of Sales"))
      #expect(end.salesNotes.contains(bcIsLater ? "of BC" : "of Sales"))
    }
  }
}

extension QuoteWorld {
  fileprivate func note(_ order: Guid, _ text: String) throws {
    _ = try sales.create(
      "annotation",
      [
        "objectid": .lookup(Lookup(table: "salesorder", id: order)), "notetext": .text(text),
      ], by: .person
    ).get()
  }

  /// What the jobs beside the mappings of orders do.
  fileprivate func exchange() async throws {
    guard let documents = integration.documents else { return }
    for mapping in integration.mappings {
      for job in documents.jobs(of: mapping) { _ = try await documents.run(job, integration) }
    }
  }
}
