import MapSource

/// `# mapc: allow NAME because …`: a finding that its author has looked at and accepts on the line
/// below (docs/language.md#files).
struct AllowComment: Sendable {
  /// The finding that is accepted.
  let name: String
  /// The place of that name.
  let span: Span
  /// The bytes of the line below.
  let line: Range<Int>
  /// False where it is no finding that it silences nothing: the file could not be read to its end,
  /// or the comment has a finding of its own.
  let isJudged: Bool

  func covers(_ finding: Finding) -> Bool {
    finding.name == name && finding.span.file == span.file
      && line.lowerBound <= Int(finding.span.start)
      && (Int(finding.span.start) < line.upperBound
        || Int(finding.span.start) == line.lowerBound)
  }
}
