import MapSource
import MapSyntax

/// What a project's comments allow, and what is wrong with them.
public struct Allow: Sendable {
  /// Comments that cannot be understood, or give no reason.
  public let findings: [Finding]
  private let byFile: [Int32: [AllowComment]]

  /// - Parameter trees: every file of the project.
  public init(_ trees: some Sequence<SyntaxTree>) {
    var findings: [Finding] = []
    var byFile: [Int32: [AllowComment]] = [:]
    for tree in trees {
      for comment in tree.commentsForMapc() {
        let read = AllowReader.read(comment, isRead: tree.isComplete)
        if let finding = read.finding { findings.append(finding) }
        if let allow = read.allow { byFile[tree.file, default: []].append(allow) }
      }
    }
    self.findings = findings
    self.byFile = byFile
  }

  /// Whether a comment on the line above silences a finding.
  public func silences(_ finding: Finding) -> Bool {
    byFile[finding.span.file]?.contains { $0.covers(finding) } ?? false
  }

  /// The findings that no comment silences, with those comments that silenced nothing, in order.
  public func apply(to findings: [Finding]) -> [Finding] {
    guard !byFile.isEmpty else { return findings }
    var left = findings.filter { !silences($0) }
    // Where something is wrong, what a comment is for may not show.
    if left.contains(where: { $0.severity == .error }) { return left }
    for allow in byFile.values.joined() where allow.isJudged {
      if !findings.contains(where: allow.covers) { left.append(unused(allow)) }
    }
    return left.sorted(by: Finding.inOrder)
  }

  private func unused(_ allow: AllowComment) -> Finding {
    Finding(
      "unused-allow", "nothing on the line below gives '\(allow.name)'", at: allow.span,
      severity: .warning, label: "allows nothing",
      help: "take the comment out, or move it to the line above the finding")
  }
}
