import MapSource

/// Says where spans stand and what they hold; each file's lines are counted once.
struct PlaceFinder {
  private let sources: SourceSet
  private var lines: [Int32: LineTable] = [:]

  init(_ sources: SourceSet) { self.sources = sources }

  mutating func place(of span: Span) -> GraphPlace {
    let table = lines[span.file] ?? LineTable(sources[span.file])
    lines[span.file] = table
    return GraphPlace(
      file: sources[span.file].path, line: table.position(of: Int(span.start)).line)
  }

}
