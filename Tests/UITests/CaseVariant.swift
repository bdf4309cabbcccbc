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
    // What is no UTF-8 without a mark is about its bytes, and stays as it is.
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.starts(with: Self.mark)
    else { return bytes }
    switch self {
    case .carriageReturns: return Array(text.replacing("\n", with: "\r\n").utf8)
    case .byteOrderMark: return Self.mark + bytes
    case .shifted:
      return Array(String(repeating: "# a line more\n", count: Self.shift).utf8) + bytes
    }
  }

  /// Where a finding of the case must be in the variant.
  func place(of found: Found) -> Found {
    self == .shifted ? found.shifted(by: Self.shift) : found
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
