/// Where a conversion cut texts: each cut is noted on the job (LANGUAGE 5, `too-long: cut`; B2).
public final class CutNotes {
  /// A cut: the target's column, and the place of the rule in `CompiledMapping.rules`.
  public struct Cut: Hashable, Sendable {
    public let column: Int
    public let rule: Int

    public init(column: Int, rule: Int) {
      self.column = column
      self.rule = rule
    }
  }

  private var cuts: [Cut] = []

  public init() {}

  public func note(_ column: Int, rule: Int) {
    cuts.append(Cut(column: column, rule: rule))
  }

  /// What was noted since it was asked last.
  public func take() -> [Cut] {
    guard !cuts.isEmpty else { return [] }
    let taken = cuts
    cuts = []
    return taken
  }
}
