/// How one system is reached (F29).
public enum SystemConnection: Hashable, Sendable {
  /// A file of the embedded pair.
  case embedded(path: String)
  case address(SystemAddress)
}
