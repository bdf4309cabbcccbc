/// What a mapping lets the engine do; data, which setup may replace
/// (docs/architecture.md#decisions).
public struct MappingPolicy: Sendable {
  public var name: String
  /// Relative to the project's root, for errors and `why` (B7).
  public var file: String
  public var directions: [Direction]
  public var parent: String?
  public var company: CompanyScope
  public var outsideFilter: OutsideFilter
  public var scope: RunScope
  /// The directions in which it may create.
  public var creates: [Direction]
  public var match: MatchPolicy?
  public var conflict: ConflictPolicy
  /// Seconds between runs; nil for a mapping without a job of its own.
  public var every: Int?
  /// Seconds that it sleeps at most after an empty run.
  public var sleep: Int?
  /// Whether a change in BC ends its sleep (R A-22).
  public var isWoken: Bool
  /// Mappings whose records must be coupled before this one's.
  public var prerequisites: [String]
  /// Mappings in which a record itself must be coupled before it gets a partner here (F6).
  public var sameRecord: [String]
  /// Names of the runtime's rules (R C-33 to C-48).
  public var rules: [String]
  /// The option field, for an option mapping.
  public var option: OptionTarget?
  /// An empty reference through this mapping stands for the local currency (R B-19).
  public var emptyMeansLocalCurrency: Bool
  /// False for a mapping that setup switched off: it never runs, by itself or by command.
  public var isEnabled = true
  /// Filters and templates that setup put in place of the compiled ones.
  public var filters: [Side: RowCondition] = [:]
  /// Where those filters were written, for errors and `why`.
  public var filterFile: String?
  public var templates: [TemplatePolicy]?

  public init(
    name: String, file: String, directions: [Direction], parent: String? = nil,
    company: CompanyScope = .any, outsideFilter: OutsideFilter = .skip,
    scope: RunScope = .coupled, creates: [Direction] = [], match: MatchPolicy? = nil,
    conflict: ConflictPolicy = ConflictPolicy(),
    every: Int? = nil, sleep: Int? = nil, prerequisites: [String] = [], rules: [String] = [],
    option: OptionTarget? = nil, emptyMeansLocalCurrency: Bool = false,
    sameRecord: [String] = [], isWoken: Bool = true
  ) {
    self.name = name
    self.file = file
    self.directions = directions
    self.parent = parent
    self.company = company
    self.outsideFilter = outsideFilter
    self.scope = scope
    self.creates = creates
    self.match = match
    self.conflict = conflict
    self.every = every
    self.sleep = sleep
    self.isWoken = isWoken
    self.prerequisites = prerequisites
    self.rules = rules
    self.option = option
    self.emptyMeansLocalCurrency = emptyMeansLocalCurrency
    self.sameRecord = sameRecord
  }
}
