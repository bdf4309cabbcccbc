/// A line of a project's file.
public struct GraphPlace: Hashable, Sendable, Encodable {
  /// Relative to the root.
  public let file: String
  /// From 1.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  var text: String { "\(file):\(line)" }
}
