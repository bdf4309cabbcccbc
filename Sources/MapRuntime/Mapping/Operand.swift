/// A value that is known now, or one that the run supplies.
public enum Operand: Hashable, Sendable {
  case value(Value)
  case variable(Variable)

  /// The value in a run, for a field of that type; `empty` where the run does not have it.
  public func value(as type: FieldType, on side: Side, in run: RunValues) -> Value {
    switch self {
    case .value(let value): value
    case .variable(let variable): variable.value(as: type, on: side, in: run)
    }
  }
}

/// A value that stands behind a dollar sign and is known when a run starts
/// (docs/language.md#values-at-run-time).
public enum Variable: Hashable, Sendable {
  case today
  case user
  case localCurrency
  /// The coupled record of the other side (`write-back`).
  case partner
  case setting(String, FieldType)
  /// A setting with named options, for an option field: the field's number of each of its names in
  /// order, nil where the field has none of that name.
  case optionSetting(String, [Int32?])

  /// As authors write it.
  public var written: String {
    switch self {
    case .today: "$today"
    case .user: "$user"
    case .localCurrency: "$local-currency"
    case .partner: "$partner"
    case .setting(let name, _), .optionSetting(let name, _): "$" + name
    }
  }

  /// The value in a run, for a field of that type. Only who writes back knows the partner.
  public func value(as type: FieldType, on side: Side, in run: RunValues) -> Value {
    switch self {
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
