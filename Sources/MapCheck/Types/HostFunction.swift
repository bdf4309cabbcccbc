import MapLanguage
import MapRuntime
import MapSource

/// A function of the host as one place asks for it.
struct HostFunction {
  /// What a call shows of it in Swift.
  struct Call: Hashable {
    let name: SwiftName
    let arguments: [String]
  }

  let name: String
  let arguments: [String]
  /// The type of the field that takes the result.
  let type: FieldType
  let span: Span

  var call: Call { Call(name: SwiftName.member(ofOption: name), arguments: arguments) }
  var result: String { Self.kind(type) }

  /// The type that holds a field's values in Swift: lengths and places make no difference.
  static func kind(_ type: FieldType) -> String {
    switch type {
    case .text, .code, .memo: "text"
    case .integer, .bigInteger: "integer"
    case .decimal, .money: "decimal"
    case .boolean, .date, .dateTime, .guid, .option, .lookup: FieldTypeName.written(type)
    }
  }

  /// The same of a field, which may be empty or not.
  static func kind(_ field: Field, on side: Side) -> String {
    let kind = kind(field.type.value)
    switch kind {
    case "text": return side == .sales ? "text?" : kind
    case "integer", "decimal", "boolean", "option":
      return side == .sales || field.join != nil ? kind + "?" : kind
    default: return kind + "?"
    }
  }
}
