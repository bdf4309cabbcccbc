import MapCheck
import MapRuntime

/// What became of one record on its whole way: taken in or not, its parent, its field maps, what
/// stands for a missing product.
public struct RecordOutcome: Sendable {
  /// Who wrote a field that no field map did.
  public enum Writer: Sendable {
    case parent
    case writeIn
    case template
  }

  /// A field that was written beside the field maps.
  public struct Addition: Sendable {
    public let field: Int
    public let value: Value
    public let writer: Writer
  }

  /// The target's values by place: those that stood there and those that were written.
  public let target: [Int: Value]
  public let steps: [EvaluationStep]
  public let additions: [Addition]
  public let stop: RecordStop?
}
