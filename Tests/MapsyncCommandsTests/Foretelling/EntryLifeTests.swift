import DefaultMappings
import MapRuntime
import MapSync
import Testing

@testable import MapsyncCommands

/// What a person is told of records is so, and no longer than it is (B7).
@Suite("An entry lives as long as what it says", .serialized)
struct EntryLifeTests {
  private static let run = RecordState.run
  private static let bcChanges = RecordState.bcChanges
  private static let salesChanges = RecordState.salesChanges
  private static let tooLong = RecordState.tooLong
  private static let noCode = RecordState.noCode
  private static let leaves = "{ change: { bc: c1, set: { Blocked: Ship } } }"
  private static let conflict = [run, bcChanges, salesChanges, run]
  private static let refused = [run, tooLong, run]

  static let solved: [RecordState] = [
    RecordState(
      "people typed the same value on both sides", .coupled,
      conflict + ["{ change: { sales: a1, set: { address1_city: Leeds } } }", run]),
    RecordState(
      "the same, in Sales, when the conflict rested", .coupled,
      // An account that was never written has no limit where Business Central has 0, which would be left
      // to send.
      ["{ change: { sales: a1, set: { creditlimit: 0 } } }"] + conflict + [
        run, "{ change: { sales: a1, set: { address1_city: Leeds } } }", run,
      ]),
    RecordState(
      "the same, in BC, when the conflict rested", .coupled,
      conflict + [run, "{ change: { bc: c1, set: { City: Bergen } } }", run]),
    RecordState(
      "the same, by field, when the conflict rested", .coupled,
      "conflict: { by: field }",
      conflict + [run, "{ change: { bc: c1, set: { City: Bergen, Name: Adatum Ltd } } }", run]),
    RecordState(
      "a person chose a side", .coupled,
      conflict + [
        run, "{ synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: to-sales } }",
      ]),
    RecordState(
      "both ways rested, and the order of a person ended one", .coupled,
      [
        run, tooLong, noCode, run, run, "{ change: { bc: c1, set: { Home Page: '' } } }",
        "{ change: { sales: a1, set: { address1_country: '' } } }",
        "{ synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: to-sales } }", run,
      ]),
    RecordState("it left the filter", .coupled, "outside-filter: skip", refused + [leaves, run]),
    RecordState(
      "it rested, and left the filter", .coupled, "outside-filter: skip",
      refused + [run, leaves, run]),
    RecordState(
      "it was not coupled, rested, and left the filter", .bc, "scope: all",
      [tooLong, run, run, leaves, run]),
    RecordState("it is gone", .coupled, refused + ["{ delete: { bc: c1 } }", run]),
    RecordState(
      "it rested, and is gone", .coupled, refused + [run, "{ delete: { bc: c1 } }", run]),
    RecordState(
      "it was not coupled, rested, and is gone", .bc, "scope: all",
      [tooLong, run, run, "{ delete: { bc: c1 } }", run]),
    RecordState(
      "a match found nothing twice, and then its partner", .bc, "match: { groups: [[name]] }",
      [
        "{ match: CUSTOMER }", "{ match: CUSTOMER }",
        "{ create: { sales: { account: [{ $id: a9, name: Adatum, customertypecode: Customer }] } } }",
        "{ match: CUSTOMER }",
      ]),
    RecordState(
      "a match found nothing twice, and a person coupled it", .both,
      "match: { groups: [[name]] }",
      [
        "{ change: { bc: c1, set: { Name: Adatum Ltd } } }", "{ match: CUSTOMER }",
        "{ match: CUSTOMER }", "{ change: { bc: c1, set: { Name: Adatum } } }",
        "{ couple: { mapping: CUSTOMER, bc: c1, sales: a1 } }", run,
      ]),
    RecordState(
      "it waited, and names nobody any more",
      .own(
        bc: "Payment Terms: [{ $id: t1, Code: 9D, Description: Nine }], "
          + "Customer: [{ $id: c1, No.: '10000', Name: Adatum, Payment Terms Code: 9D }]",
        sales: "", coupled: ""), "",
      [
        "{ create-and-couple: { mapping: CUSTOMER, bc: [c1] } }",
        "{ change: { bc: c1, set: { Payment Terms Code: '' } } }", run,
      ]),
  ]

  @Test("it goes where its record is no longer in that state", arguments: solved)
  func goes(_ state: RecordState) async throws {
    try await ForetoldRun.inState(state) { run in
      #expect(try await run.world.entries().map(\.message) == [])
      for coupling in try await run.world.couplings(mapping: "CUSTOMER") {
        #expect(!coupling.isSkipped)
      }
    }
  }

  @Test("it stays where nothing became of it")
  func stays() async throws {
    let again = "{ change: { sales: a1, set: { address1_city: York } } }"
    for steps in [Self.conflict + [Self.run, again, Self.run], Self.refused + [Self.run]] {
      try await ForetoldRun.inState(RecordState("not solved", .coupled, steps)) { run in
        let entries = try await run.world.entries()
        #expect(entries.map(\.kind) == [.skipped])
        #expect(try await run.world.couplings(mapping: "CUSTOMER").map(\.isSkipped) == [true])
      }
    }
  }

  @Test("a job keeps what it met, whatever came later")
  func jobs() async throws {
    let steps =
      Self.refused + [Self.run, "{ change: { bc: c1, set: { Home Page: '' } } }"]
      + ["{ retry: { mapping: CUSTOMER } }", Self.run]
    try await ForetoldRun.inState(RecordState("mended", .coupled, steps)) { run in
      #expect(try await run.world.entries().isEmpty)
      var met: [Entry.Kind] = []
      for job in try await run.integration.state.jobs(JobQuery(direction: .toSales)) {
        met += try await run.integration.state.entries(EntryQuery(job: job.id)).map(\.kind)
        let counted = job.counters.failed + job.counters.skipped
        #expect(try await run.integration.state.count(EntryQuery(job: job.id)) == counted)
      }
      #expect(met == [.skipped, .failed])
    }
  }

  @Test("a conflict that both directions find is an error of both jobs, once each")
  func conflicts() async throws {
    let steps = [
      Self.bcChanges, "{ couple: { mapping: CUSTOMER, bc: c1, sales: a1 } }", Self.run,
    ]
    try await ForetoldRun.inState(RecordState("coupled and different", .both, steps)) { run in
      let state = run.integration.state
      let jobs = try await state.jobs(JobQuery(kind: .synchronization))
      #expect(jobs.map(\.counters.failed) == [1, 1])
      for job in jobs { #expect(try await state.entries(EntryQuery(job: job.id)).count == 1) }
      #expect(try await state.entries(EntryQuery()).count == 1)
    }
  }

  @Test("a list says how many more there are")
  func lists() async throws {
    let customers = (1...5).map { "{ $id: c\($0), No.: '\($0)', Name: Adatum \($0) }" }
    let state = RecordState(
      "without partners",
      .own(bc: "Customer: [\(customers.joined(separator: ", "))]", sales: "", coupled: ""),
      "match: { groups: [[name]] }", ["{ match: CUSTOMER }"])
    try await ForetoldRun.inState(state) { run in
      let some = try await EntryListAnswer(EntryQuery(limit: 2), run.integration.state)
      #expect(some.entries.count == 2)
      #expect(some.text("nothing").hasSuffix("and 3 more; --all shows them\n"))
      let all = try await EntryListAnswer(EntryQuery(limit: .max), run.integration.state)
      #expect(all.entries.count == 5 && all.more == 0)
      #expect(!all.text("nothing").contains("more"))
    }
  }
}
