import MapLanguage
import MapRuntime
import MapSource

/// A mapping in one feature combination: names resolved, defaults filled in. Later stages read
/// this and never the author's words.
public struct EffectiveMapping: Sendable {
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
  public let updateConflict: UpdateConflict
  public let deleteConflict: DeleteConflict
  public let templates: [EffectiveTemplate]
  public let requires: [EffectiveRequirement]
  public let related: [EffectiveRelated]
  public let refuse: [(when: EffectiveWhen, because: String)]
  public let writeBack: [EffectiveWriteBack]
  public let writeIn: EffectiveWriteIn?
  public let emptyMeans: Operand?
  /// Seconds between runs and of sleep; nil for a mapping without a schedule of its own.
  public let schedule: (every: Int, sleep: Int?)?

  public var name: String { origin.name.value }
  public var document: DocumentRules { origin.document }

  public func table(_ side: Side) -> Int { side == .bc ? bcTable : salesTable }
  public func filter(_ side: Side) -> EffectiveCondition { side == .bc ? bcFilter : salesFilter }
  public func creates(_ direction: Direction) -> Bool { create[direction] != nil }
}
