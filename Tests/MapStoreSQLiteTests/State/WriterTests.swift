import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Whose intents are whose (B6)")
struct WriterTests {
  private let folder = try? StateFolder()

  private func begin() async throws -> SQLiteState {
    let (state, settling) = try await #require(folder).open().seated()
    settling.release()
    return state
  }

  private func open(_ state: SQLiteState, _ number: Int) async throws -> IntentID {
    let write = Intent.Write(
      source: Samples.bc(number), target: Samples.sales(number), isNew: true)
    return try await state.open(
      Intent(mapping: "CUSTOMER", direction: .toSales, writes: [write]))
  }

  private func abandoned(_ state: SQLiteState) async throws -> [IntentID] {
    try await state.abandonedIntents().map(\.id)
  }

  @Test("a living process's are its own, however many others come and go; a dead one's are open")
  func others() async throws {
    let first = try await begin()
    let second = try await begin()
    let intent = try await open(second, 1)
    #expect(try await abandoned(first).isEmpty)
    // The first one ends; a third one takes its seat.
    first.seat?.leave()
    let third = try await begin()
    #expect(third.seat?.number == first.seat?.number)
    #expect(try await abandoned(third).isEmpty)
    second.seat?.leave()
    #expect(try await abandoned(third) == [intent])
  }

  @Test("who takes the seat of a dead process has that one's to settle, and none of its own")
  func inherited() async throws {
    let dead = try await begin()
    let intent = try await open(dead, 1)
    dead.seat?.leave()
    let next = try await begin()
    _ = try await open(next, 2)
    #expect(try await abandoned(next) == [intent])
  }

  @Test("who begins waits until another has settled")
  func turns() async throws {
    let folder = try #require(folder)
    let (first, settling) = try await folder.open().seated()
    let intent = try await open(first, 1)
    let second = Task {
      let (state, turn) = try await folder.open().seated()
      turn.release()
      return try await state.openIntents().map(\.id)
    }
    try await Task.sleep(for: .milliseconds(100))
    try await first.close(intent)
    settling.release()
    #expect(try await second.value == [])
  }

  @Test("who only looks has nothing to settle")
  func looking() async throws {
    let state = try #require(folder).open()
    _ = try await open(state, 1)
    #expect(try await abandoned(state).isEmpty)
    #expect(try await state.openIntents().count == 1)
  }
}
