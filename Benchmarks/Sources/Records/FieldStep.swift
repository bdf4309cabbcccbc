import MapRuntime

/// What an interpreter does with one field.
enum FieldStep {
  case copy
  case cut(Int)
  case upper
  case round(Int)
  case option([Int32: Int32])
  case text
  case reference

  /// The value for the target.
  func apply(
    _ value: Value, _ reference: ResolvedReference, _ standing: Value
  ) throws(RecordRefusal) -> Value {
    switch (self, value) {
    case (.copy, _): return value
    case (.cut(let length), .text(let text)): return .of(text: TextLength.cut(text, to: length))
    case (.cut, _): throw RecordRefusal(.empty, rule: 1)
    case (.upper, .text(let text)): return .of(text: text.uppercased())
    case (.round(let places), .decimal(let number)):
      return .decimal(try RuleFitting.rounded(number, places: places, rule: 9))
    case (.option(let values), .option(let option)):
      guard let target = values[option.rawValue] else { throw RecordRefusal(.otherwise, rule: 12) }
      return .option(OptionValue(target))
    case (.text, .integer(let number)): return .text(String(number))
    case (.reference, _):
      switch reference {
      case .sales(let lookup): return .lookup(lookup)
      case .uncoupled: return standing
      default: return .empty
      }
    default: return .empty
    }
  }
}
