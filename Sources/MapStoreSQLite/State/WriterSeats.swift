import MapSync

extension SQLiteState {
  /// Processes that write at the same time.
  static let seats = 64

  /// The state as a process has it that writes, and the turn to prepare what all of them need, which
  /// it gives back as soon as that is done: others that begin wait for it.
  public func seated() async throws(StoreFailure) -> (state: SQLiteState, preparing: RunnerLock) {
    let preparing = try await waitForRunner("settling")
    for number in 1...Self.seats {
      guard let lock = try acquireRunner(Self.seat(number)) else { continue }
      let seat = WriterSeat(number: number, lock: lock)
      return (SQLiteState(path: path, writer: writer, reader: reader, seat: seat), preparing)
    }
    throw .unavailable("\(Self.seats) processes are at work on \(path)")
  }

  /// Whether somebody still sits there, and nobody else by now.
  func isTaken(_ number: Int, by identity: Int64) throws(StoreFailure) -> Bool {
    let name = Self.seat(number)
    guard try acquireRunner(name) == nil else { return false }
    return try signature(ofRunner: name) == identity
  }

  private static func seat(_ number: Int) -> String { "writer-\(number)" }

  private func waitForRunner(_ name: String) async throws(StoreFailure) -> RunnerLock {
    while true {
      if let lock = try acquireRunner(name) { return lock }
      do {
        try await Task.sleep(for: .milliseconds(20))
      } catch {
        throw .unavailable("stopped while another process began")
      }
    }
  }
}
