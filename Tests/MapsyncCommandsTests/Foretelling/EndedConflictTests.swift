import DefaultMappings
import MapRuntime
import MapScenario
import MapSync
import Testing

@testable import MapsyncCommands

/// An entry of one direction goes, and nobody would look at the other side any more (R D-26, D-30).
@Suite("What ends in one direction loses nothing of the other side", .serialized)
struct EndedConflictTests {
  private static let run = RecordState.run

  @Test("a conflict that a person ended in the record", arguments: EndedConflict.all)
  func ended(_ conflict: EndedConflict) async throws {
    try await ForetoldRun.inState(conflict.state) { run in
      let synchronizer = Synchronizer(run.integration)
      for _ in 0..<2 { _ = try await synchronizer.synchronize(run.mapping) }
      let entries = try await run.world.entries()
      guard conflict.isOver else {
        #expect(entries.map { $0.conflict != nil } == [true])
        return
      }
      let (field, value) = conflict.arrived
      #expect(try await run.shown(conflict.side, field) == value)
      #expect(entries.map(\.message) == [])
      try await isInStep(run)
    }
  }

  /// Both versions are known, nothing rests, and a further run finds nothing to do.
  private func isInStep(_ run: ForetoldRun) async throws {
    let last = try await run.lastJob()
    _ = try await Synchronizer(run.integration).synchronize(run.mapping)
    for (direction, counters) in try await run.counted(after: last) {
      #expect(counters.done == "", "\(direction.name)")
    }
    let coupling = try #require(try await run.world.couplings(mapping: run.mapping.name).first)
    #expect(!coupling.isSkipped)
    let looked = try await Preview(run.integration).next(
      run.mapping, bc: [coupling.bcID], sales: [coupling.salesID])
    #expect(!looked.contains { $0.isSourceChanged })
  }

  struct Kept: Sendable, CustomTestStringConvertible {
    let state: RecordState
    let side: Side
    let field: String
    let value: String
    var testDescription: String { state.name }
  }

  static let kept: [Kept] = [
    Kept(
      state: RecordState(
        "Sales wins and is refused, and then both are equal", .coupled,
        "conflict: { update: sales-wins }",
        [
          run, "{ change: { bc: c1, set: { City: Leeds, Credit Limit (LCY): 500 } } }",
          "{ change: { sales: a1, set: { address1_city: Bergen, address1_country: 'a name of a country' } } }",
          run, "{ change: { sales: a1, set: { address1_city: Leeds, address1_country: '' } } }",
          run,
        ]), side: .sales, field: "creditlimit", value: "500"),
    Kept(
      state: RecordState(
        "BC wins and is refused, and then both are equal", .coupled,
        "conflict: { update: bc-wins }",
        [
          run, RecordState.tooLong, RecordState.bcChanges,
          "{ change: { sales: a1, set: { address1_city: Bergen, statecode: Inactive } } }", run,
          "{ change: { bc: c1, set: { City: Bergen, Home Page: '' } } }",
        ]), side: .bc, field: "Blocked", value: "All"),
    Kept(
      state: RecordState(
        "it rested, and left the filter of its own side", .coupled,
        "outside-filter: skip, conflict: { by: field }",
        [
          run, RecordState.tooLong, run, run,
          "{ change: { sales: a1, set: { telephone1: '200' } } }", run,
          "{ change: { bc: c1, set: { Blocked: Ship } } }",
        ]), side: .bc, field: "Phone No.", value: "200"),
    Kept(
      state: RecordState(
        "a person chose a side for a record that rests", .coupled,
        [
          run, RecordState.bcChanges,
          "{ change: { sales: a1, set: { address1_city: Bergen, statecode: Inactive } } }", run,
          run,
          "{ synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: to-sales } }",
        ]), side: .bc, field: "Blocked", value: "All"),
    Kept(
      state: RecordState(
        "it waited, was in conflict, and a person chose the other side", held,
        [
          run, "{ change: { bc: c1, set: { Salesperson Code: JR, City: Leeds } } }", run,
          RecordState.salesChanges, run,
          "{ synchronize-now: { mapping: CUSTOMER, sales: [a1], direction: to-bc } }",
          "{ couple: { mapping: SALESPEOPLE, bc: s1, sales: u1 } }",
        ]), side: .sales, field: "ownerid", value: "u1"),
    Kept(
      state: RecordState(
        "it waited, was in conflict, and Sales was made equal", held,
        [
          run, "{ change: { bc: c1, set: { Salesperson Code: JR, City: Leeds } } }", run,
          RecordState.salesChanges, run, "{ change: { sales: a1, set: { address1_city: Leeds } } }",
          run, "{ couple: { mapping: SALESPEOPLE, bc: s1, sales: u1 } }",
        ]), side: .sales, field: "ownerid", value: "u1"),
  ]
  private static let held = RecordState.Beginning.own(
    bc: "Salesperson/Purchaser: [{ $id: s1, Code: JR, Name: John Roberts }], "
      + "Customer: [{ $id: c1, No.: '10000', Name: Adatum, City: Oslo }]",
    sales: "systemuser: [{ $id: u1, firstname: John, lastname: Roberts, domainname: "
      + "john@contoso.com, internalemailaddress: john@contoso.com, isintegrationuser: false, "
      + "isdisabled: false, islicensed: true }], account: [{ $id: a1, name: Adatum, address1_city: Oslo, "
      + "statecode: Active, customertypecode: Customer }]",
    coupled: "{ mapping: CUSTOMER, bc: c1, sales: a1 }")

  @Test("nor does any other end", arguments: kept)
  func keeps(_ kept: Kept) async throws {
    try await ForetoldRun.inState(kept.state) { run in
      for _ in 0..<2 { _ = try await Synchronizer(run.integration).synchronize(run.mapping) }
      let shown = try await run.shown(kept.side, kept.field)
      if kept.value == "u1" {
        let users = try await run.world.couplings(mapping: "SALESPEOPLE").map(\.salesID.description)
        #expect(users.contains { shown.contains($0) }, "\(shown)")
      } else {
        #expect(shown == kept.value)
      }
    }
  }

  @Test("a record that waits stays in conflict, and comes to rest with it")
  func waitsInConflict() async throws {
    let state = RecordState(
      "waits and is in conflict", Self.held,
      [
        Self.run, "{ change: { bc: c1, set: { Salesperson Code: JR, City: Leeds } } }",
        RecordState.salesChanges, Self.run,
      ])
    try await ForetoldRun.inState(state) { run in
      for kind in [Entry.Kind.failed, .skipped, .skipped] {
        let entries = try await run.world.entries()
        #expect(entries.map(\.kind) == [kind])
        #expect(entries.first?.conflict != nil)
        _ = try await Synchronizer(run.integration).synchronize(run.mapping)
      }
    }
  }

  @Test("whose partner is gone is told so, also where it was in conflict", arguments: Side.allCases)
  func gone(_ side: Side) async throws {
    let delete = side == .bc ? "{ delete: { bc: c1 } }" : RecordState.deleteSales
    for runs in [1, 2] {
      let steps =
        [Self.run, RecordState.bcChanges, RecordState.salesChanges]
        + Array(repeating: Self.run, count: runs) + [delete]
      try await ForetoldRun.inState(RecordState("in conflict, and gone", .coupled, steps)) { run in
        for _ in 0..<2 { _ = try await Synchronizer(run.integration).synchronize(run.mapping) }
        let entries = try await run.world.entries()
        #expect(entries.map(\.direction.source) == [side.other])
        #expect(entries.first?.message.contains("that was deleted") == true, "\(entries)")
      }
    }
  }

  @Test("an order of a person ends what the other direction noted, at once")
  func ordered() async throws {
    let order = "{ synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: to-sales } }"
    let orderBack = "{ synchronize-now: { mapping: CUSTOMER, sales: [a1], direction: to-bc } }"
    for steps in [
      [RecordState.noCode, Self.run, order], [RecordState.noCode, Self.run, Self.run, order],
      [RecordState.tooLong, Self.run, orderBack],
      [RecordState.tooLong, Self.run, Self.run, orderBack],
      // Something else is still to go over.
      [
        RecordState.tooLong, "{ change: { bc: c1, set: { Credit Limit (LCY): 500 } } }", Self.run,
        orderBack,
      ],
    ] {
      let state = RecordState("a person overwrote it", .coupled, [Self.run] + steps)
      try await ForetoldRun.inState(state) { run in
        #expect(try await run.world.entries().map(\.message) == [])
        _ = try await Synchronizer(run.integration).synchronize(run.mapping)
        #expect(try await run.world.entries().map(\.message) == [])
      }
    }
  }

  @Test("but not what is still so")
  func orderedInVain() async throws {
    let state = RecordState(
      "waits still", Self.held,
      [
        Self.run, "{ change: { bc: c1, set: { Salesperson Code: JR } } }", Self.run,
        "{ synchronize-now: { mapping: CUSTOMER, sales: [a1], direction: to-bc } }",
      ])
    try await ForetoldRun.inState(state) { run in
      let entries = try await run.world.entries()
      #expect(entries.map(\.kind) == [.held])
    }
  }
}

extension ForetoldRun {
  /// A field of the only record of a side, as it is read there.
  func shown(_ side: Side, _ field: String) async throws -> String {
    let table = mapping.table(side).name
    let ids = try await world.ids(side, table)
    guard let id = ids.first, ids.count == 1 else { return "\(ids.count) records" }
    let values = try await world.values(
      of: RecordAddress(side: side, table: table, id: id), [field])
    guard let value = values?.first else { return "-" }
    if case .option(let option) = value {
      return integration.table(side, table)?.field(field)?.name(of: option) ?? "\(option)"
    }
    return value.description
  }
}
