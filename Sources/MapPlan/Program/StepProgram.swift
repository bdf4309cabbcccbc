import MapCheck
import MapRuntime

/// One field map in one direction. An object that never changes: emitters and the evaluator pass it on.
public final class StepProgram: Sendable {
  /// What an empty source does.
  public enum Empty: Sendable {
    case clear
    case keep
    case refuse
    case use(ValueProgram)
  }

  /// Its place among the mapping's field maps, which is its rule number.
  public let rule: Int
  public let target: Int
  public let targetType: FieldType
  public let value: ValueProgram
  /// The type in which the value arrives.
  public let valueType: FieldType
  public let empty: Empty
  public let tooLong: TooLong
  public let tooPrecise: TooPrecise
  public let onlyOn: OnlyOn?
  /// The number of the block that is written whole or not at all.
  public let together: Int?
  /// How to see whether the stored target already comes back as the source.
  public let wayBack: WayBack?
  public let sameAs: ValueProgram?
  /// The field that says which table a translated reference means; it is written with it.
  public let pick: Int?

  init(
    rule: Int, target: Int, targetType: FieldType, value: ValueProgram, valueType: FieldType,
    empty: Empty, tooLong: TooLong, tooPrecise: TooPrecise, onlyOn: OnlyOn?, together: Int?,
    wayBack: WayBack?, sameAs: ValueProgram?, pick: Int?
  ) {
    self.rule = rule
    self.target = target
    self.targetType = targetType
    self.value = value
    self.valueType = valueType
    self.empty = empty
    self.tooLong = tooLong
    self.tooPrecise = tooPrecise
    self.onlyOn = onlyOn
    self.together = together
    self.wayBack = wayBack
    self.sameAs = sameAs
    self.pick = pick
  }
}
