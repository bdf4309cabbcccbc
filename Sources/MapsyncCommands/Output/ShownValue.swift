import MapRuntime

/// A value as people read and write it: options by name.
enum ShownValue {
  static func of(_ value: Value, _ field: FieldDescription?) -> String {
    if case .option(let option) = value, let name = field?.name(of: option) { return name }
    return value.description
  }
}
