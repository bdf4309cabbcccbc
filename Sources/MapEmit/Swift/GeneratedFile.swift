/// A file that the generator made.
public struct GeneratedFile: Hashable, Sendable {
  /// Its name, without a folder.
  public let name: String
  public let text: String
}
