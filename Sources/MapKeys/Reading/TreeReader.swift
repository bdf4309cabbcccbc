import MapSource
import MapSyntax

/// The state of reading one file's tree by closed sets of keys: what was found so far. What cannot
/// be read is left out with a finding; its methods are grouped by topic in extensions, and the
/// readers of single languages add theirs.
open class TreeReader {
  public let file: Int32
  /// A tree that was cut short has its own finding; what is missing behind it is none.
  public let isQuiet: Bool
  /// Every shape of the language that is read.
  public let catalogue: KeyCatalogue
  public private(set) var findings: [Finding] = []
  /// How many parts were left out, so that their absence is not held against the author.
  public private(set) var gaps = 0
  public var hasGaps: Bool { gaps > 0 }

  public init(_ tree: SyntaxTree, _ catalogue: KeyCatalogue) {
    file = tree.file
    isQuiet = !tree.isComplete
    gaps = tree.isComplete ? 0 : 1
    self.catalogue = catalogue
  }

  /// Leaves a part out that a finding of another stage tells of.
  public final func skip() { gaps += 1 }

  /// Reports something for which nothing is left out.
  public final func note(_ finding: Finding) {
    if !isQuiet { findings.append(finding) }
  }

  /// Reports a part that is left out.
  public final func report(
    _ name: String, _ message: String, at span: Span, label: String = "",
    notes: [Finding.Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    gaps += 1
    note(Finding(name, message, at: span, label: label, notes: notes, help: help, fix: fix))
  }
}
