/// Why a secret cannot be used, and the way out.
public struct CredentialsProblem: Error, Hashable, Sendable {
  public let message: String
  public let help: String?

  init(_ message: String, help: String?) {
    self.message = message
    self.help = help
  }
}
