import MapSource

/// Why a file of a system cannot be read: where, and what to do about it.
public struct ImportProblem: Error, Sendable {
  public let source: SourceFile
  /// The bytes that it is about.
  public let range: Range<Int>
  public let message: String
  public let help: String

  public init(_ message: String, in source: SourceFile, at range: Range<Int> = 0..<0, help: String)
  {
    self.source = source
    self.range = range
    self.message = message
    self.help = help
  }

  /// The file as a report may show it: of a package, whose bytes are no text, its name alone.
  public var shownSource: SourceFile {
    range.isEmpty ? SourceFile(path: source.path, bytes: []) : source
  }

  /// The finding that tells it, of a file with this number.
  public func finding(in file: Int32) -> Finding {
    Finding(
      "system-file", message,
      at: Span(
        file: file, start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound)
      ),
      help: help)
  }
}
