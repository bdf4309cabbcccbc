import MapRuntime
import MapSync

/// What is asked of what happened, and how it ends: no run goes by it.
extension SteppedState {
  func count(_ query: JobQuery) async throws(StoreFailure) -> Int {
    try await state.count(query)
  }

  func remembered(
    keys: [String], name: String
  ) async throws(StoreFailure) -> [RememberedRecord] {
    try await state.remembered(keys: keys, name: name)
  }

  func historyCount(_ side: Side, _ id: Guid) async throws(StoreFailure) -> Int {
    try await state.historyCount(side, id)
  }

  func forget(before moment: DateTimeValue, limit: Int) async throws(StoreFailure) -> Int {
    try await state.forget(before: moment, limit: limit)
  }
}
