import MapRuntime

/// A table as its file holds it.
public final class TableLayout: Sendable {
  public let description: TableDescription
  public let columns: [ColumnLayout]
  /// The fields of the business key, by column; empty on the Sales side, whose keys are the ids.
  let key: [Int]
  /// The column that holds the company of a Sales record.
  public let company: Int?
  /// The option field whose values these records are.
  let options: OptionTarget.Field?
  /// The tables that hold the same options for other fields (R K-18).
  let optionCopies: [String]
  private let places: [String: Int]

  public var name: String { description.name }
  public var side: Side { description.side }
  /// Whether records belong to companies by a column of the table itself.
  public var hasCompanies: Bool { side == .bc }
  public let sqlName: String

  init(
    _ description: TableDescription, columns: [ColumnLayout], options: OptionTarget.Field? = nil,
    optionCopies: [String] = []
  ) {
    self.description = description
    sqlName = SQLName.quoted(description.name)
    self.columns = columns
    self.options = options
    self.optionCopies = optionCopies
    var places: [String: Int] = [:]
    for (place, column) in columns.enumerated() { places[column.name] = place }
    self.places = places
    key = description.side == .bc ? description.key.compactMap { places[$0] } : []
    company = description.roles.company.flatMap { places[$0] }
  }

  /// The place of a field; for setup and names, never on a record's way.
  public func column(_ name: String) -> Int? { places[name] }

  /// The parts of the business key as its index holds them, over the table `t`: nil unless these
  /// fields are the key in its order, and none is a text that compares without case.
  public func keySQL(_ fields: [String]) -> [String]? {
    guard !key.isEmpty, key.map({ columns[$0].name }) == fields else { return nil }
    var parts: [String] = []
    for column in key {
      let layout = columns[column]
      switch layout.field.type {
      case .text, .memo: return nil
      default: break
      }
      let isFilled = ColumnLayout.blank(layout.field.type, on: side) != nil
      parts.append(isFilled ? layout.sql : "ifnull(\(layout.sql), 0)")
    }
    return parts
  }

  /// Whether its records have a full name that Sales makes of the first and the last one.
  var hasFullName: Bool {
    ["firstname", "lastname", "fullname"].allSatisfy { name in
      column(name).map { columns[$0].isStored } ?? false
    } && description.field("fullname")?.access == .read
  }

  /// A key field as its index holds it: nothing counts as one value.
  func keySQL(_ column: Int) -> String {
    let layout = columns[column]
    return ColumnLayout.blank(layout.field.type, on: side) != nil
      ? layout.column : "ifnull(\(layout.column), 0)"
  }
}
