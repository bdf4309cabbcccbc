import MapRuntime

/// Values as a scenario writes them.
enum ValueText {
  /// Options by their names, records by theirs; `null` for what is empty.
  static func shown(_ value: ScenarioValue, _ field: FieldDescription) -> String {
    switch value {
    case .record(let name): name
    case .label(let label): label
    case .value(let value) where value.isEmpty: "null"
    case .value(.option(let option)): field.name(of: option) ?? option.description
    case .value(let value): value.description
    }
  }
}
