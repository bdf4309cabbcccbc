import MapSource

/// Where spans stand, for reports; each file's lines are counted once.
struct SourceLines {
  private let sources: SourceSet
  private var tables: [Int32: LineTable] = [:]

  init(_ sources: SourceSet) { self.sources = sources }

  /// The file, relative to the root.
  func path(of span: Span) -> String { sources[span.file].path }

  mutating func line(of span: Span) -> Int {
    let table = tables[span.file] ?? LineTable(sources[span.file])
    tables[span.file] = table
    return table.position(of: Int(span.start)).line
  }
}
