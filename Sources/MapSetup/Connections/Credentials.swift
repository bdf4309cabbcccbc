/// Where a secret is kept (F29); never in YAML.
public enum Credentials: Hashable, Sendable {
  case environment(variable: String)
  /// Relative to the setup's folder; readable by its owner only.
  case file(path: String)

  /// The secret, read when it is needed and kept nowhere.
  public func secret(in surroundings: SetupSurroundings) throws(CredentialsProblem) -> String {
    if let problem = problem(in: surroundings) { throw problem }
    let secret =
      switch self {
      case .environment(let variable): surroundings.variable(variable)
      case .file(let path): surroundings.text(path)
      }
    guard let secret else { throw CredentialsProblem("the secret cannot be read", help: nil) }
    // Editors end a file with a line break.
    return String(secret.reversed().drop(while: \.isNewline).reversed())
  }

  /// What keeps the secret from being read or from being one.
  public func problem(in surroundings: SetupSurroundings) -> CredentialsProblem? {
    switch self {
    case .environment(let variable):
      guard surroundings.variable(variable)?.isEmpty ?? true else { return nil }
      return CredentialsProblem(
        "the environment variable '\(variable)' is not set",
        help: "set it where mapsync is started, or name a file: 'credentials: { file: PATH }'")
    case .file(let path):
      guard let mode = surroundings.mode(path) else {
        return CredentialsProblem(
          "there is no file '\(path)'", help: "write the secret into it, and nothing else")
      }
      guard mode & 0o077 != 0 else { return nil }
      return CredentialsProblem(
        "others may read '\(path)': its mode is \(Self.octal(mode))", help: "chmod 600 \(path)")
    }
  }

  private static func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o777, radix: 8)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
