import MapRuntime

/// What a BC field holds where nothing was filled in: numbers, booleans and options are never
/// empty there.
public enum BlankValue {
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
