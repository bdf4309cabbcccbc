import DefaultMappings
import MapRuntime
import MapSync
import Testing

@testable import MapsyncCommands

/// What `why` and the previews say of a record is what the run then does (B7).
@Suite("What is foretold comes", .serialized)
struct ForetellingTests {
  @Test(
    "of a scheduled run, by 'why', by the preview of the mapping, and by that of a record",
    arguments: RecordState.all)
  func scheduled(_ state: RecordState) async throws {
    try await ForetoldRun.inState(state) { run in
      let (mapping, integration) = (run.mapping, run.integration)
      let said = try await Preview(integration).next(
        mapping, bc: run.ids(.bc), sales: run.ids(.sales))
      let whole = try await Preview(integration).next(mapping)
      #expect(!whole.hasMore)
      for direction in Direction.allCases {
        #expect(
          whole.records.counted[direction]?.done ?? "" == said.counted[direction]?.done ?? "",
          "\(direction.name) of the whole mapping")
      }
      for side in Side.allCases {
        for id in try await run.ids(side) {
          try await asked(id, mapping.table(side).name, said, run)
        }
      }
      let last = try await run.lastJob()
      _ = try await Synchronizer(integration).synchronize(mapping)
      let done = try await run.counted(after: last)
      for direction in Direction.allCases {
        #expect(
          done[direction]?.done ?? "" == said.counted[direction]?.done ?? "",
          "\(direction.name): \(words(said))")
      }
      #expect(try await run.unwritten(said) == [], "\(words(said))")
    }
  }

  /// `why` of one record says the same.
  private func asked(
    _ id: Guid, _ table: String, _ said: [RecordPreview], _ run: ForetoldRun
  ) async throws {
    let answer: WhyAnswer
    do {
      answer = try await Investigation(run.integration).answer("\(table):\(id)")
    } catch is CommandFailure {
      // Nothing is known of it any more.
      #expect(!said.contains { $0.source == id && $0.counters != JobCounters() })
      return
    }
    let own = try #require(answer.mappings.first { $0.mapping == run.mapping.name })
    for next in own.next {
      let preview = said.first { preview in
        preview.direction.name == next.direction
          && (preview.source == id || preview.target == id)
      }
      #expect(next.fate == preview?.fate.rawValue, "\(table) \(next.text)")
      #expect(next.message == preview?.message)
      #expect(next.fields.map(\.field) == preview?.fields.map(\.field))
    }
    #expect(own.next.isEmpty == !said.contains { $0.source == id || $0.target == id })
  }

  private func words(_ previews: [RecordPreview]) -> String {
    previews.map { "\($0.direction.name) \($0.fate.rawValue) \($0.message ?? "")" }
      .joined(separator: "; ")
  }

  @Test("of records that a person chose", arguments: RecordState.chosen, PersonsOrder.allCases)
  func chosen(_ state: RecordState, _ order: PersonsOrder) async throws {
    try await ForetoldRun.inState(state) { run in
      let (mapping, integration) = (run.mapping, run.integration)
      for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
        let ids = try await run.ids(direction.source)
        let said = try await Preview(integration).records(
          mapping, direction, order.mode, ids: ids)
        let last = try await run.lastJob()
        _ = try await Synchronizer(integration).run(mapping, direction, order.mode, ids: ids)
        let done = try await run.counted(after: last)
        #expect(
          done[direction]?.done ?? "" == said.counted[direction]?.done ?? "",
          "\(direction.name): \(words(said))")
        #expect(try await run.unwritten(said) == [], "\(words(said))")
      }
    }
  }
}

/// How a person has chosen records synchronized.
enum PersonsOrder: String, CaseIterable, Sendable {
  case now, selection, merge, create

  var mode: RunMode {
    switch self {
    case .now: .now
    case .selection: .selection
    case .merge: .merge
    case .create: .create
    }
  }
}
