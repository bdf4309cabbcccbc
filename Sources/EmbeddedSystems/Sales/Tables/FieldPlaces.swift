import MapRuntime

/// Where a table has the fields that Sales handles by itself: found once, used for every row.
struct FieldPlaces<Field: SalesField>: Sendable {
  let table: TableLayout
  /// The column of each field; -1 where the table lacks it.
  private let columns: [Int]
  /// The field of each column; nil where it is none of these.
  private let fields: [Field?]
  /// How rows with only these fields are read, after their ids.
  let reading: ReadColumns
  /// The fields in the order in which they are read.
  let present: [Field]
  /// The columns of the fields that rows hold.
  let held: [Int]

  init(_ table: TableLayout) {
    self.table = table
    let fields = Array(Field.allCases)
    columns = fields.map { table.column($0.name) ?? -1 }
    let columns = columns
    var byColumn: [Field?] = Array(repeating: nil, count: table.columns.count)
    for field in fields where columns[field.rawValue] >= 0 {
      byColumn[columns[field.rawValue]] = field
    }
    self.fields = byColumn
    present = fields.filter { columns[$0.rawValue] >= 0 }
    held = columns.filter { $0 >= 0 && table.columns[$0].isStored }
    reading = ReadColumns(
      present.map { table.columns[columns[$0.rawValue]] }, on: table.side, after: 1)
  }

  /// The table's column of a field.
  func column(_ field: Field) -> Int? {
    let column = columns[field.rawValue]
    return column < 0 ? nil : column
  }

  func has(_ field: Field) -> Bool { columns[field.rawValue] >= 0 }

  /// The field that a column of the table is.
  func field(at column: Int) -> Field? { column < 0 ? nil : fields[column] }

  /// Whether rows hold a field, so that it can be written.
  func holds(_ field: Field) -> Bool {
    column(field).map { table.columns[$0].isStored } ?? false
  }

  /// The fields of a whole row.
  func row(_ id: Guid, _ values: [Value]) -> FieldRow<Field> {
    var row = FieldRow<Field>(id)
    for field in present { row.take(values[columns[field.rawValue]], field) }
    return row
  }
}

/// A row of which only the fields that Sales handles are known.
struct FieldRow<Field: SalesField> {
  let id: Guid
  private var values: [Value]
  /// The fields that got another value since the row was read.
  private(set) var changed: [Field] = []

  init(_ id: Guid) {
    self.id = id
    values = Array(repeating: .empty, count: Field.allCases.count)
  }

  subscript(field: Field) -> Value { values[field.rawValue] }

  /// A number of the row; 0 where there is none.
  func number(_ field: Field) -> DecimalValue { self[field].decimal ?? .zero }

  func isTrue(_ field: Field) -> Bool { self[field].boolean == true }

  /// Takes a value as it was read.
  mutating func take(_ value: Value, _ field: Field) { values[field.rawValue] = value }

  /// Gives a field another value.
  mutating func set(_ field: Field, _ value: Value) {
    guard values[field.rawValue] != value else { return }
    values[field.rawValue] = value
    if !changed.contains(field) { changed.append(field) }
  }
}
