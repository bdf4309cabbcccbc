/// One file as it was read: its bytes and the name that people know it by.
public struct SourceFile: Sendable {
  /// Relative to the project's root, with `/`.
  public let path: String
  /// Everything in the file, a byte order mark included.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text between two byte offsets, clamped to the file; ill-formed UTF-8 is repaired.
  public func text(_ start: Int, _ end: Int) -> String {
    let start = min(max(start, 0), bytes.count)
    let end = min(max(end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
