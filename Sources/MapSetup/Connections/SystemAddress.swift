/// A real system, or the emulator of one (F29). It never holds a secret, only where that is.
public struct SystemAddress: Hashable, Sendable {
  /// With `https`, or `http` on this machine.
  public let address: String
  public let tenant: String?
  /// Business Central's environment.
  public let environment: String?
  public let client: String?
  public let credentials: Credentials?
}
