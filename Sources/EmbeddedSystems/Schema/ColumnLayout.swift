import MapRuntime

/// A field and where its value is. There is one for each field of a schema, which every row that is
/// read or written asks.
public final class ColumnLayout: Sendable {
  /// What holds the value.
  enum Storage: Hashable, Sendable {
    /// One of the columns that every table has.
    case system(String)
    case stored
    /// A lookup to one of several tables: two columns.
    case storedWithTable
    /// Read from other tables, as SQL over `t`.
    case joined(String)
  }

  public let field: FieldDescription
  let storage: Storage

  /// The column's name in SQL.
  let column: String
  /// The value, over the table `t`.
  public let sql: String

  init(field: FieldDescription, storage: Storage) {
    self.field = field
    self.storage = storage
    column = SQLName.quoted(field.name)
    sql =
      switch storage {
      case .system(let column): "t.\(SQLName.quoted(column))"
      case .stored, .storedWithTable: "t.\(column)"
      case .joined(let sql): sql
      }
  }

  public var name: String { field.name }
  var tableColumn: String { SQLName.quoted(field.name + "$table") }

  /// Whether it is a column of the table itself.
  public var isOwn: Bool { isStored }

  /// Whether rows hold it, so that it can be written.
  var isStored: Bool { storage == .stored || storage == .storedWithTable }

  /// The table's name of a lookup to one of several, over the table `t`.
  public var tableSQL: String? { storage == .storedWithTable ? "t.\(tableColumn)" : nil }

  /// The table of a lookup that has one only.
  public var onlyTable: String? {
    guard case .lookup = field.type, storage != .storedWithTable else { return nil }
    return field.refersTo.first?.table ?? ""
  }

  /// How SQLite keeps values of the type.
  static func affinity(_ type: FieldType) -> String {
    switch type {
    case .text, .code, .memo: "TEXT"
    case .integer, .bigInteger, .boolean, .date, .dateTime, .option: "INTEGER"
    case .decimal, .money, .guid, .lookup: "BLOB"
    }
  }

  /// What a column holds that was never written, on a side: BC's blanks, or nothing.
  static func blank(_ type: FieldType, on side: Side) -> String? {
    guard side == .bc else { return nil }
    return switch type {
    case .text, .code, .memo: "''"
    case .integer, .bigInteger, .boolean, .option: "0"
    case .decimal, .money: "x'80000000000000000000000000000000'"
    case .date, .dateTime, .guid, .lookup: nil
    }
  }

  /// The lines of a table's definition.
  func definitions(on side: Side) -> [String] {
    guard isStored else { return [] }
    var line = "\(column) \(ColumnLayout.affinity(field.type))"
    if let blank = ColumnLayout.blank(field.type, on: side) {
      line += " NOT NULL DEFAULT \(blank)"
    }
    return storage == .storedWithTable ? [line, "\(tableColumn) TEXT"] : [line]
  }
}
