import MapLanguage
import MapRuntime
import MapSource

/// A mapping in one feature combination: names resolved, defaults filled in. Later stages read
/// this and never the author's words.
///
/// An object, for so large a value is dear to copy and is handed to every check.
public final class EffectiveMapping: Sendable {
  /// The mapping's place in the model.
  public let place: Int
  /// The combination, with the choices that it does not name at their first value.
  public let features: FeatureSet
  public let origin: Mapping
  /// Places of its tables in the catalogue. For an option mapping the Sales table is the option.
  public let bcTable: Int
  public let salesTable: Int
  public let parent: Int?
  public let direction: MappingDirection
  public let company: CompanyScope
  public let outsideFilter: OutsideFilter
  public let scope: RunScope
  /// In the order of the file; disabled ones are in `disabled`.
  public let fields: [EffectiveFieldMap]
  public let disabled: [EffectiveFieldMap]
  public let bcFilter: EffectiveCondition
  public let salesFilter: EffectiveCondition
  public let create: [Direction: EffectiveCreate]
  public let match: EffectiveMatch?
  public let conflict: ConflictPolicy
  public let templates: [EffectiveTemplate]
  public let requires: [EffectiveRequirement]
  public let related: [EffectiveRelated]
  public let refuse: [(when: EffectiveWhen, because: String)]
  public let writeBack: [EffectiveWriteBack]
  public let writeIn: EffectiveWriteIn?
  /// What it does as a document, a line of one, or a mapping that writes back: as the engine gets
  /// it.
  public let document: DocumentPolicy?
  /// The fields that this names, by the places of their tables.
  public let documentFields: [Int: Set<Int>]
  public let emptyMeans: Operand?
  /// Seconds between runs and of sleep, and whether a change ends that; nil for a mapping without
  /// a schedule of its own.
  public let schedule: (every: Int, sleep: Int?, isWoken: Bool)?
  /// Parts that are not as their author wants them, which other findings say: nothing is concluded
  /// from what they lack.
  let lost: Set<MappingPart>

  init(
    place: Int,
    features: FeatureSet,
    origin: Mapping,
    bcTable: Int,
    salesTable: Int,
    parent: Int?,
    direction: MappingDirection,
    company: CompanyScope,
    outsideFilter: OutsideFilter,
    scope: RunScope,
    fields: [EffectiveFieldMap],
    disabled: [EffectiveFieldMap],
    bcFilter: EffectiveCondition,
    salesFilter: EffectiveCondition,
    create: [Direction: EffectiveCreate],
    match: EffectiveMatch?,
    conflict: ConflictPolicy,
    templates: [EffectiveTemplate],
    requires: [EffectiveRequirement],
    related: [EffectiveRelated],
    refuse: [(when: EffectiveWhen, because: String)],
    writeBack: [EffectiveWriteBack],
    writeIn: EffectiveWriteIn?,
    document: DocumentPolicy?,
    documentFields: [Int: Set<Int>],
    emptyMeans: Operand?,
    schedule: (every: Int, sleep: Int?, isWoken: Bool)?,
    lost: Set<MappingPart>
  ) {
    self.place = place
    self.features = features
    self.origin = origin
    self.bcTable = bcTable
    self.salesTable = salesTable
    self.parent = parent
    self.direction = direction
    self.company = company
    self.outsideFilter = outsideFilter
    self.scope = scope
    self.fields = fields
    self.disabled = disabled
    self.bcFilter = bcFilter
    self.salesFilter = salesFilter
    self.create = create
    self.match = match
    self.conflict = conflict
    self.templates = templates
    self.requires = requires
    self.related = related
    self.refuse = refuse
    self.writeBack = writeBack
    self.writeIn = writeIn
    self.document = document
    self.documentFields = documentFields
    self.emptyMeans = emptyMeans
    self.schedule = schedule
    self.lost = lost
  }

  public var name: String { origin.name.value }

  public func table(_ side: Side) -> Int { side == .bc ? bcTable : salesTable }
  public func filter(_ side: Side) -> EffectiveCondition { side == .bc ? bcFilter : salesFilter }
  public func creates(_ direction: Direction) -> Bool { create[direction] != nil }

  /// Whether a part is as its author wants it.
  @inline(__always)
  func knows(_ part: MappingPart) -> Bool { lost.isEmpty || !lost.contains(part) }

  /// Whether all of these parts are.
  func knows(_ parts: Set<MappingPart>) -> Bool { lost.isDisjoint(with: parts) }
}
