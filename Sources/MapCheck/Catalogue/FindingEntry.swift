import MapSource

/// What `mapc explain` says of a finding.
public struct FindingEntry: Sendable {
  public let name: String
  public let group: FindingGroup
  public let severity: Severity
  /// Whether `# mapc: allow` silences it: only what leaves code that can be generated.
  public let canBeAllowed: Bool
  /// What is wrong, in one sentence.
  public let summary: String
  /// What would happen otherwise, and how it is answered.
  public let why: String
  /// A project that gives exactly this finding, and one that gives none: files one after the other,
  /// each behind a line `#--- path`.
  public let wrong: String
  public let right: String

  public init(
    _ name: String, _ group: FindingGroup, _ severity: Severity = .error,
    canBeAllowed: Bool? = nil, summary: String, why: String, wrong: String, right: String
  ) {
    self.name = name
    self.group = group
    self.severity = severity
    self.canBeAllowed = canBeAllowed ?? group.canBeAllowed
    self.summary = summary
    self.why = why
    self.wrong = wrong
    self.right = right
  }
}
