import MapCheck
import MapRuntime

/// The value behind an operand in one run.
public enum OperandValue {
  public static func of(
    _ operand: Operand, as type: FieldType, in run: RunValues, on side: Side
  ) -> Value {
    switch operand {
    case .value(let value): value
    case .variable(let variable): of(variable, as: type, in: run, on: side)
    }
  }

  public static func of(
    _ variable: Variable, as type: FieldType, in run: RunValues, on side: Side
  ) -> Value {
    switch variable {
    case .today: type == .dateTime ? .dateTime(run.now) : .date(run.today)
    case .user: run.user.map(Value.lookup) ?? .empty
    // On the BC side no code at all is the local currency (R B-19).
    case .localCurrency: side == .sales ? run.localCurrency.map(Value.lookup) ?? .empty : .empty
    case .partner: .empty
    case .setting(let name, _): run.setting(name)
    case .optionSetting(let name, let numbers): run.setting(name, among: numbers)
    }
  }
}
