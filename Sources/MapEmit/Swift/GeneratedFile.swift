/// A file that the generator made.
public struct GeneratedFile: Hashable, Sendable {
  /// Its name, without a folder.
  public let name: String
  /// As UTF-8.
  public let bytes: [UInt8]

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
