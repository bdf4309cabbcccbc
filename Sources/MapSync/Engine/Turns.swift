/// What mappings that run side by side must not do at the same time, each thing by a name: to look
/// for a record that all of them need, and to make it where it is missing.
actor Turns {
  private var busy: Set<String> = []
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// Runs a body while nobody else runs one under the name.
  nonisolated func take<Value: Sendable>(
    _ name: String, _ body: () async throws(StoreFailure) -> Value
  ) async throws(StoreFailure) -> Value {
    await begin(name)
    do throws(StoreFailure) {
      let value = try await body()
      await end(name)
      return value
    } catch {
      await end(name)
      throw error
    }
  }

  private func begin(_ name: String) async {
    if busy.insert(name).inserted { return }
    await withCheckedContinuation { waiting[name, default: []].append($0) }
  }

  /// The next in line takes over; the name stays busy.
  private func end(_ name: String) {
    guard var line = waiting[name], !line.isEmpty else {
      busy.remove(name)
      return
    }
    let next = line.removeFirst()
    waiting[name] = line
    next.resume()
  }
}
