import MapLanguage
import MapRuntime

/// The parts of a BC record's key as couplings hold them: codes trimmed and in upper case, options
/// by number.
public enum CouplingKey {
  static func text(_ value: Value) -> String { Code.normalized(value.description) }

  /// A part as an author writes it.
  public static func text(_ written: String, of field: Field) -> String {
    field.option(written).map { String($0) } ?? Code.normalized(written)
  }

  static func value(_ text: String, as type: FieldType) -> Value {
    switch type {
    case .option: Int32(text).map { .option(OptionValue($0)) } ?? .empty
    case .integer, .bigInteger: Int64(text).map(Value.integer) ?? .empty
    case .date: DateValue(parsing: text).map(Value.date) ?? .empty
    case .guid: Guid(parsing: text).map(Value.of(guid:)) ?? .empty
    default: .of(text: text)
    }
  }
}
