import MapRuntime

/// How long what happened is kept, and who takes it away then (B7).
public struct Retention: Sendable {
  /// Rows that one transaction takes away: others wait for no more than that.
  public static let part = 500
  private let state: any StateStore
  private let seconds: Int
  private let clock: @Sendable () -> DateTimeValue

  /// - Parameter seconds: What is older goes.
  public init(_ integration: Integration, seconds: Int) {
    state = integration.state
    clock = integration.clock
    self.seconds = seconds
  }

  /// Takes away some of what is too old, a part at a time, with a breath between two.
  ///
  /// - Returns: Whether nothing of it is left.
  public func clean(parts: Int) async throws(StoreFailure) -> Bool {
    let moment = DateTimeValue(milliseconds: clock().milliseconds - Int64(seconds) * 1000)
    for _ in 0..<parts where !Task.isCancelled {
      guard try await state.forget(before: moment, limit: Self.part) == Self.part else {
        return true
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
