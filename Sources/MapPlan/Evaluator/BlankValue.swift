import MapLanguage
import MapRuntime

/// What a BC field holds where nothing was filled in: numbers, booleans and options are never
/// empty there.
public enum BlankValue {
  /// On the Sales side anything can be empty, and so can what is joined: where there is no row, it
  /// is empty whatever its type (docs/language.md#tables).
  public static func of(_ field: Field, on side: Side) -> Value {
    side == .sales || field.join != nil ? .empty : of(field.type.value)
  }

  public static func of(_ type: FieldType) -> Value {
    switch type {
    case .integer, .bigInteger: .integer(0)
    case .decimal, .money: .decimal(.zero)
    case .boolean: .boolean(false)
    case .option: .option(OptionValue(0))
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: .empty
    }
  }
}
