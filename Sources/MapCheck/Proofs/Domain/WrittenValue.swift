import MapLanguage
import MapRuntime

/// How an author writes a value in YAML.
public enum WrittenValue {
  /// Options by their names, empty as `null`, a lookup by its table and id; quoted where YAML needs
  /// it.
  public static func text(_ value: Value, of field: Field) -> String {
    switch value {
    case _ where value.isEmpty: return "null"
    case .option(let option):
      let name = field.options.first { $0.value == option.rawValue }?.title
      return name.map(quotedIfNeeded) ?? option.description
    case .text(let text): return quotedIfNeeded(text)
    default: return value.description
    }
  }

  private static func quotedIfNeeded(_ text: String) -> String {
    let isPlain = text.first?.isLetter == true && text.last != " "
    return isPlain ? NameTable.quotedIfNeeded(text) : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }
}
