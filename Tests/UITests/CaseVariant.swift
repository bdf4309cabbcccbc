import MapSource

/// A case written differently, which must give the same findings.
enum CaseVariant: String, CaseIterable, Sendable {
  case carriageReturns = "lines that end in carriage return and line feed"
  case byteOrderMark = "a byte order mark before each file"
  case shifted = "comments above each file"

  static let shift = 3

  func applied(to files: [SourceFile]) -> [SourceFile] {
    files.map { SourceFile(path: $0.path, bytes: applied(to: $0.bytes)) }
  }

  private func applied(to bytes: [UInt8]) -> [UInt8] {
    // UTF-16 is refused at its first byte, whatever follows.
    if bytes.starts(with: [0xFF, 0xFE]) { return bytes }
    switch self {
    case .carriageReturns:
      return Array(
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [
          0x0D, 0x0A,
        ]))
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + bytes
    case .shifted:
      return Array(String(repeating: "# a line more\n", count: Self.shift).utf8) + bytes
    }
  }

  /// Where a finding of the case must be in the variant.
  func place(of found: Found) -> Found {
    self == .shifted ? found.shifted(by: Self.shift) : found
  }
}
