import MapRuntime
import MapSource

/// An integration table mapping as its author wrote it, with one set of variants applied.
public struct Mapping: Sendable {
  public var name: Located<String>
  public var description: Located<String>?
  public var condition = FeatureCondition.always
  public var tables: MappingTables
  public var copyTo: [OptionAddress] = []
  public var parent: Located<String>?
  public var direction: Located<MappingDirection>?
  public var company: Located<CompanyScope>?
  public var filter: [Side: RecordCondition] = [:]
  public var outsideFilter: Located<OutsideFilter>?
  public var scope: Located<RunScope>?
  public var create: [Direction: CreateRule] = [:]
  public var match: MatchRule?
  public var conflict = ConflictRule()
  public var templates: [RecordTemplate] = []
  public var requires: [Requirement] = []
  public var schedule: Schedule?
  public var defaults = FieldDefaults.none
  public var unmapped: Located<UnmappedPolicy>?
  public var fields: [FieldMap] = []
  public var related: [RelatedRecord] = []
  public var refuse: [Refusal] = []
  public var writeBack: [WriteBack] = []
  public var emptyMeans: Located<Literal>?
  public var rules: [Located<String>] = []
  public var document = DocumentRules()
  public var tests: [MappingTest] = []
  public var swiftName: Located<String>?
  /// False where what everything else is judged by could not be read: then only its names are
  /// checked.
  public var isWhole = true
  /// Parts of which something could not be read, so that nothing is concluded from its absence.
  public var unread: Set<MappingPart> = []

  public init(name: Located<String>, tables: MappingTables) {
    self.name = name
    self.tables = tables
  }

  public var isOptionMapping: Bool { tables.salesOption != nil }
}
