import MapLanguage
import MapRuntime

/// What the values of one field are, and how conditions compare them.
struct FieldScope {
  let field: Field
  let side: Side

  /// Codes and every text on the Sales side compare without case
  /// (docs/language.md#how-values-compare).
  var isCaseSensitive: Bool {
    if case .code = field.type.value { return false }
    return side == .bc
  }

  /// Whether the field may be empty: numbers, booleans and options never are on the BC side, except
  /// for those that are read from another row, which may be missing (docs/language.md#tables).
  var mayBeEmpty: Bool {
    switch field.type.value {
    case .integer, .bigInteger, .decimal, .money, .boolean, .option:
      side == .sales || field.join != nil
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: true
    }
  }

  /// What the field holds where nothing was written.
  var blank: Value {
    if mayBeEmpty { return .empty }
    switch field.type.value {
    case .boolean: return .boolean(false)
    case .option: return .option(OptionValue(0))
    case .integer, .bigInteger: return .integer(0)
    case .decimal, .money: return .decimal(.zero)
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: return .empty
    }
  }

  /// The longest text, in UTF-16 units; nil without a limit.
  var longest: Int? {
    switch field.type.value {
    case .text(let length), .memo(let length): length
    case .code(let length): length
    default: nil
    }
  }
}
