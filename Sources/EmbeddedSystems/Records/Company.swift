import MapRuntime

/// A company of Business Central.
public struct Company: Hashable, Sendable {
  /// As its records name it.
  public let number: Int64
  public let id: Guid
  public let name: String
}
