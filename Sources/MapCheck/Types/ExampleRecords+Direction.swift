import MapRuntime
import MapSource

extension ExampleRecords {
  /// A source record and what it becomes; values as plain texts.
  init(direction: Direction, source: [(String, String)], target: [(String, String)]) {
    let source = source.map { FieldValue($0.0, Self.written($0.1)) }
    let target = target.map { FieldValue($0.0, Self.written($0.1)) }
    self =
      direction == .toSales
      ? ExampleRecords(bc: source, sales: target) : ExampleRecords(bc: target, sales: source)
  }

  /// The value as it may stand in a test, quoted where YAML needs it.
  private static func written(_ value: String) -> String {
    let endsOddly = value.hasSuffix(" ") || value.hasSuffix(":")
    return endsOddly && value.first != " " && !value.hasPrefix("'")
      ? "'" + value.replacing("'", with: "''") + "'" : NameTable.quotedIfNeeded(value)
  }
}
