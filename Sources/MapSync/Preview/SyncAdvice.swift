import MapRuntime

/// What a person may choose for one record of a two-way mapping, and what is suggested (R D-40).
public struct SyncAdvice: Hashable, Sendable {
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// BC's values over those in Sales.
    case send
    /// Sales' values over those in BC.
    case get
    /// Each side's changes to the other one.
    case merge
  }

  public let choices: [Choice]
  /// Nil where only a person can say which side is right.
  public let suggestion: Choice?

  /// - Parameters:
  ///   - isBCChanged, isSalesChanged: since the last run.
  ///   - hasConflict: A field that both directions write differs, and both sides changed.
  public init(isBCChanged: Bool, isSalesChanged: Bool, hasConflict: Bool) {
    if hasConflict {
      choices = [.send, .get]
      suggestion = nil
      return
    }
    choices = Choice.allCases
    suggestion =
      switch (isBCChanged, isSalesChanged) {
      case (true, false): .send
      case (false, true): .get
      case (true, true), (false, false): .merge
      }
  }
}
