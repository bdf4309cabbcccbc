import EmbeddedSystems
import Foundation
import GRDB
import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("A file that is older than the work is noticed, whatever that work was")
struct OlderFileTests {
  @Test("a state from a backup is older than the work that the systems know")
  func olderState() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("state.db", to: "state.backup")
    try await files.work { try await $0.synchronize("C2") }
    try files.copy("state.backup", to: "state.db")
    let misfits = try files.misfits()
    #expect(misfits.map(\.side) == [nil])
    #expect(misfits.first?.message.contains("is older than the work") == true)
  }

  @Test("a state that is older by one coupling that nothing was written for is older")
  func olderCoupling() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("state.db", to: "state.backup")
    try await files.work { open in
      try await open.state.page { page in
        page.couplings = [Samples.coupling(9)]
        page.counters.coupled = 1
      }
    }
    try files.copy("state.backup", to: "state.db")
    #expect(try files.misfits().map(\.side) == [nil])
  }

  @Test("a state that is older by couplings that were removed is older, however they went")
  func olderUncoupling() async throws {
    let ways: [@Sendable (SQLiteState, Coupling) async throws -> Void] = [
      { state, coupling in
        try await state.uncouple(
          Samples.customers, bcIDs: [coupling.bcID], releases: false, job: 0,
          at: Samples.moment(3))
      },
      { state, coupling in try await state.page { $0.removed = [coupling] } },
    ]
    for way in ways {
      let files = try TwoFiles()
      let coupling = try await files.work { try await $0.synchronize("C1") }
      try files.copy("state.db", to: "state.backup")
      try await files.work { try await way($0.state, coupling) }
      #expect(try files.misfits() == [])
      try files.copy("state.backup", to: "state.db")
      #expect(try files.misfits().map(\.side) == [nil])
    }
  }

  @Test("so is one that was copied while the process was at work that couples more")
  func copiedAtWork() async throws {
    let files = try TwoFiles()
    try await files.work { open in
      try await open.synchronize("C1")
      for number in 8...9 {
        try await open.state.page { page in page.couplings = [Samples.coupling(number)] }
        if number == 8 {
          open.files.emptyLogs()
          try files.copy("state.db", to: "state.backup")
        }
      }
    }
    try files.copy("state.backup", to: "state.db")
    #expect(try files.misfits().map(\.side) == [nil])
  }

  @Test("a system is older by any write of the integration, also one that no coupling tells of")
  func olderWrite() async throws {
    let table = RecordTable(.sales, "account", [])
    let ways: [@Sendable (TwoFiles.Open, Coupling) async throws -> Void] = [
      { open, coupling in
        let row = FieldRow(id: coupling.salesID, [.text("Adatum")])
        _ = try await open.inSales.update([row], ["name"], in: "account")
        let job = try await open.state.startJob(Samples.job())
        try await open.state.finishJob(job, at: Samples.moment(4), message: nil)
      },
      { open, coupling in
        _ = try await open.inSales.delete([coupling.salesID], from: table)
        try await open.state.page { $0.removed = [coupling] }
      },
    ]
    for way in ways {
      let files = try TwoFiles()
      let coupling = try await files.work { try await $0.synchronize("C1") }
      try files.copy("sales.db", to: "sales.backup")
      try await files.work { try await way($0, coupling) }
      #expect(try files.misfits() == [])
      try files.copy("sales.backup", to: "sales.db")
      #expect(try files.misfits().map(\.side) == [.sales])
    }
  }
}
