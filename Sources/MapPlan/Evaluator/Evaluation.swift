import MapCheck
import MapRuntime

/// What a conversion came to.
public struct Evaluation: Sendable {
  /// The target's values by place: those that stood there and those that were written.
  public let target: [Int: Value]
  public let steps: [EvaluationStep]
  /// Why the record was refused or held; the target is then as it was.
  public let refusal: RecordRefusal?
  /// The template that filled the new record after the steps.
  public let template: EffectiveTemplate?
}
