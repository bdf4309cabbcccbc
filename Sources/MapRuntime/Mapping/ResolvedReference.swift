/// What became of a reference when its page was resolved.
@frozen
public enum ResolvedReference: Hashable, Sendable {
  /// The source refers to nothing.
  case empty
  /// The coupled Sales record.
  case sales(Lookup)
  /// The coupled option.
  case option(OptionValue)
  /// The coupled BC record's last key field, and the value of the field that picks its table.
  case bc(String, pick: OptionValue?)
  /// The same of a record that is part of another, as a unit is of its item: `owner` has the parts of
  /// the key that come before its own, as `RecordKey` has them.
  case bcPart(String, pick: OptionValue?, owner: [String])
  /// The parts of the coupled BC header's key.
  case parent([String])
  /// The record is not coupled.
  case uncoupled
}

extension ResolvedReference {
  /// What it stands for in Sales, if it is coupled there.
  @inlinable public var value: Value? {
    switch self {
    case .sales(let lookup): .lookup(lookup)
    case .option(let option): .option(option)
    case .empty, .bc, .bcPart, .parent, .uncoupled: nil
    }
  }

  /// What partners are looked for by: `empty` for a reference to nothing, nil where it is not
  /// coupled (R D-47).
  @inlinable public var matchValue: Value? { self == .empty ? .empty : value }

  /// The coupled Sales record, if it is one.
  @inlinable public var lookup: Lookup? {
    if case .sales(let lookup) = self { lookup } else { nil }
  }
}
