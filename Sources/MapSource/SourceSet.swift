/// All files of one run, in the order in which spans number them.
public struct SourceSet: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  /// Adds a file and returns the number that its spans carry.
  public mutating func add(_ file: SourceFile) -> Int32 {
    files.append(file)
    return Int32(files.count - 1)
  }

  public subscript(_ file: Int32) -> SourceFile { files[Int(file)] }

  /// The characters of a span.
  public func text(_ span: Span) -> String {
    files[Int(span.file)].text(Int(span.start), Int(span.end))
  }
}
