/// What one run found: the findings in order, and the files they are about.
///
/// Line tables are made once, and only for the files that a finding names.
public struct FindingReport: Sendable {
  /// By file, position and name.
  public let findings: [Finding]
  public let sources: SourceSet
  /// How many files were checked.
  public let files: Int
  public let errors: Int
  public let warnings: Int
  private let secrets: Secrets
  private let tables: [Int32: LineTable]

  /// `files` counts what was checked, if that is not every file of the sources.
  public init(_ findings: [Finding], in sources: SourceSet, files: Int? = nil) {
    let secrets = Secrets(findings, in: sources)
    self.secrets = secrets
    self.findings = findings.map(secrets.hidden).sorted(by: Finding.inOrder)
    self.sources = sources
    self.files = files ?? sources.files.count
    errors = findings.count { $0.severity == .error }
    warnings = findings.count - errors
    var tables: [Int32: LineTable] = [:]
    for span in findings.lazy.flatMap(\.spans) where tables[span.file] == nil {
      tables[span.file] = LineTable(sources[span.file])
    }
    self.tables = tables
  }

  /// The lines of a file.
  public func lines(of file: Int32) -> LineTable {
    tables[file] ?? LineTable(sources[file])
  }

  /// A piece of a file as it may be shown.
  func text(of file: Int32, _ start: Int, _ end: Int) -> String {
    secrets.text(of: sources[file], file, start, end)
  }

  /// Where a span's first character is.
  public func start(of span: Span) -> Position {
    lines(of: span.file).position(of: Int(span.start))
  }

  /// The place behind a span's last character.
  public func end(of span: Span) -> Position {
    lines(of: span.file).position(of: Int(max(span.start, span.end)))
  }

  /// A span's file, relative to the root.
  public func path(of span: Span) -> String { sources[span.file].path }
}

extension Finding {
  /// Every place that it names.
  fileprivate var spans: [Span] {
    [span] + notes.compactMap(\.span) + (fix?.edits.map(\.span) ?? [])
  }
}
