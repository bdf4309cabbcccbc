import MapSource
import MapSyntax

/// The state of reading one file's tree: what was found, and what names may stand where.
/// What cannot be read is left out with a finding; its methods are grouped by topic in extensions.
final class Lowering {
  let file: Int32
  /// A tree that was cut short has its own finding; what is missing behind it is none.
  let isQuiet: Bool
  /// Features that the project declares; nil where that is not known.
  let declaredFeatures: Features?
  /// Names of the mapping's `related` records, which `when` may ask about.
  var related: Set<String> = []
  /// The mapping's `variants`.
  var variants: SyntaxNode?
  private(set) var findings: [Finding] = []
  /// True where a part was left out, so that its absence is not held against the author.
  private(set) var hasGaps = false

  init(_ tree: SyntaxTree, declaredFeatures: Features? = nil) {
    file = tree.file
    isQuiet = !tree.isComplete
    hasGaps = !tree.isComplete
    self.declaredFeatures = declaredFeatures
  }

  /// Reports something for which nothing is left out.
  func note(_ finding: Finding) {
    if !isQuiet { findings.append(finding) }
  }

  /// Reports a part that is left out.
  func report(
    _ name: String, _ message: String, at span: Span, label: String = "",
    notes: [Finding.Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    hasGaps = true
    note(Finding(name, message, at: span, label: label, notes: notes, help: help, fix: fix))
  }
}
