import MapRuntime

/// What a page decided on one of its records.
struct PageRow: Sendable {
  enum Fate: Sendable, Hashable {
    /// Not this mapping's business: not counted.
    case ignored
    case unchanged
    case skipped
    case create
    case update
    case failed
    case held
    /// Its coupling goes, and nothing else happens.
    case uncouple
    /// Its partner is gone, and it goes too.
    case delete
  }

  var fate: Fate
  var coupling: Coupling?
  /// The target's place among the fetched ones.
  var target: Int?
  /// Both sides changed since the last run.
  var isBothChanged = false
  /// Found by the automatic matcher in this run (R D-10): written in any case.
  var isMatched = false
  /// Few rows have one: a list of at most one is a word in all the others.
  private var entries: [Entry] = []
  var entry: Entry? {
    get { entries.first }
    set { entries = newValue.map { [$0] } ?? [] }
  }
  /// References that follow later.
  var laters: [Entry] = []

  init(_ fate: Fate, coupling: Coupling? = nil) {
    self.fate = fate
    self.coupling = coupling
  }
}
