import EmbeddedSystems
import MapRuntime

/// A column that is compared with given values.
struct MatchedColumn: Sendable {
  private let layout: ColumnLayout
  private let collation: String

  init(_ layout: ColumnLayout, isCaseSensitive: Bool) {
    self.layout = layout
    switch layout.field.type {
    case .text, .memo, .code:
      collation =
        " COLLATE " + (isCaseSensitive ? TextCollations.exact : TextCollations.caseless)
    default: collation = ""
    }
  }

  /// A column of the table itself.
  var canBeIndexed: Bool { layout.isOwn }

  /// The column as an index holds it.
  var indexed: String { SQLName.quoted(layout.name) + collation }

  /// The test as SQL with its value; nil for a value that the column cannot hold.
  func test(_ value: Value) -> (sql: String, value: Value)? {
    if value.isEmpty {
      return collation.isEmpty
        ? ("\(layout.sql) IS ?", .empty) : ("ifnull(\(layout.sql), '') = ?", .text(""))
    }
    switch (layout.field.type, value) {
    case (.text, .text), (.memo, .text): break
    case (.code, .text(let text)):
      return ("\(layout.sql) = ?\(collation)", .text(Code.normalized(text)))
    case (.decimal, .integer(let number)), (.money, .integer(let number)):
      return ("\(layout.sql) = ?", .decimal(DecimalValue(number)))
    case (.integer, .integer), (.bigInteger, .integer), (.option, .option), (.decimal, .decimal),
      (.money, .decimal), (.boolean, .boolean), (.guid, .guid), (.date, .date),
      (.dateTime, .dateTime), (.lookup, .lookup):
      break
    default: return nil
    }
    return ("\(layout.sql) = ?\(collation)", value)
  }
}
