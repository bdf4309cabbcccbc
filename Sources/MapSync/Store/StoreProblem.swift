/// What keeps a system from being synchronized, and the way out (F29).
public struct StoreProblem: Hashable, Sendable {
  public let message: String
  public let help: String?

  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
