import EmbeddedSystems
import MapRuntime

/// A field of the business key, compared as the key's own index holds it.
struct KeyColumn: Sendable {
  let layout: ColumnLayout
  /// The part of the index, over the table `t`.
  let sql: String

  /// The value as the index holds it; nil for one that the column cannot hold.
  func value(_ value: Value) -> Value? {
    switch (layout.field.type, value) {
    case (.code, .text(let text)): .text(Code.normalized(text))
    case (.code, .empty): .text("")
    case (.integer, .integer), (.bigInteger, .integer), (.option, .option), (.decimal, .decimal),
      (.money, .decimal), (.boolean, .boolean), (.guid, .guid), (.date, .date),
      (.dateTime, .dateTime):
      value
    // What has no blank of its own counts as 0 there.
    case (.date, .empty), (.dateTime, .empty), (.guid, .empty): .integer(0)
    default: nil
    }
  }
}
