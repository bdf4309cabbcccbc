import MapCheck
import MapRuntime

/// The value behind an operand in one run.
public enum OperandValue {
  public static func of(
    _ operand: Operand, as type: FieldType, in run: RunValues, on side: Side
  ) -> Value {
    switch operand {
    case .value(let value): return value
    case .variable(.today): return type == .dateTime ? .dateTime(run.now) : .date(run.today)
    case .variable(.user): return run.user.map(Value.lookup) ?? .empty
    case .variable(.localCurrency):
      // On the BC side no code at all is the local currency (R B-19).
      return side == .sales ? run.localCurrency.map(Value.lookup) ?? .empty : .empty
    case .variable(.partner): return .empty
    case .variable(.setting(let name, _)): return run.setting(name)
    }
  }
}
