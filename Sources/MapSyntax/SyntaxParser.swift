import MapSource

/// Reads one file into a tree, with what is wrong in it.
public enum SyntaxParser {
  public struct Output: Sendable {
    public let tree: SyntaxTree
    public let findings: [Finding]
  }

  public static func parse(
    _ source: SourceFile, file: Int32, limits: SyntaxLimits = SyntaxLimits()
  ) -> Output {
    if source.bytes.count > limits.bytes {
      return unread(
        source, file: file,
        Finding(
          "yaml-limit", "a file of more than \(limits.bytes) bytes",
          at: Span(startOf: file), help: "split the file"))
    }
    let unreadable =
      Encoding.check(source.bytes, file: file) ?? HiddenCharacters.check(source.bytes, file: file)
    if let finding = unreadable {
      return unread(source, file: file, finding)
    }
    var builder = TreeBuilder(source: source.bytes, file: file, limits: limits)
    EventReader.read(into: &builder)
    builder.refuseStrangeSpaces()
    return Output(tree: builder.finish(), findings: builder.findings)
  }

  /// A tree without nodes, for a file that was not read.
  public static func unread(_ source: SourceFile, file: Int32, _ finding: Finding) -> Output {
    let tree = SyntaxTree(
      file: file, source: source.bytes, buffer: [], records: [], children: [], rootIndex: nil,
      isComplete: false)
    return Output(tree: tree, findings: [finding])
  }
}
