import MapLanguage
import MapRuntime

/// Values in the words of authors.
enum ValueNames {
  /// As it stands in a file: an option by its name.
  static func written(_ value: Value, of field: Field) -> String {
    if case .option(let option) = value,
      let known = field.options.first(where: { $0.value == option.rawValue })
    {
      return known.name
    }
    return value.description
  }

  /// `'Draft', 'Closed' and 3 more`.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "'\($0)'" }
    let rest = names.count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
