import MapRuntime

/// Fields of a table that Business Central handles by itself, by their real names.
protocol BusinessField: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
  var name: String { get }
}

/// Where a table has the fields that Business Central handles: found once, used for every row.
final class BusinessTable<Field: BusinessField>: Sendable {
  let layout: TableLayout
  /// The column of each field.
  private let columns: [Int]
  /// The field of each column; nil for those that nothing happens to.
  private let fields: [Field?]
  /// A row in which nothing is filled in.
  fileprivate let blank: [Value]
  /// The columns that are none of the fields.
  fileprivate let others: [Int]
  /// By column, how what it shows of another table is found; nil of those that show nothing by a key.
  let joins: [JoinByKey?]

  /// Nil where the table is missing, or lacks one of the fields.
  init?(_ layout: TableLayout?, among tables: [String: TableLayout]) {
    guard let layout else { return nil }
    let all = Array(Field.allCases)
    let found = all.compactMap { layout.column($0.name) }
    guard found.count == all.count else { return nil }
    self.layout = layout
    columns = found
    var fields: [Field?] = Array(repeating: nil, count: layout.columns.count)
    for (field, column) in zip(all, found) { fields[column] = field }
    self.fields = fields
    blank = Array(repeating: .empty, count: layout.columns.count)
    others = fields.indices.filter { fields[$0] == nil }
    joins = layout.columns.map { column in
      column.field.join.flatMap { JoinByKey($0, of: layout, in: tables) }
    }
  }

  func column(_ field: Field) -> Int { columns[field.rawValue] }

  func field(_ column: Int) -> Field? { fields[column] }
}

/// A row as it is to be written, and as it was read.
struct BusinessRow<Field: BusinessField> {
  let id: Guid
  let table: BusinessTable<Field>
  /// By column of the table.
  var values: [Value]
  /// What the file holds; nil of a new row.
  private(set) var stored: [Value]?
  private(set) var version: Int64

  /// A row that is not there yet.
  init(new id: Guid, in table: BusinessTable<Field>) {
    self.id = id
    self.table = table
    values = table.blank
    version = 0
  }

  /// A row as it was read.
  init(_ id: Guid, version: Int64, _ values: [Value], in table: BusinessTable<Field>) {
    self.id = id
    self.table = table
    self.values = values
    self.version = version
    stored = values
  }

  var isNew: Bool { stored == nil }
  var isChanged: Bool { stored != values }

  subscript(field: Field) -> Value {
    get { values[table.column(field)] }
    set { values[table.column(field)] = newValue }
  }

  /// The value that the file holds.
  func old(_ field: Field) -> Value { stored.map { $0[table.column(field)] } ?? .empty }

  /// Empties what nothing happens to.
  mutating func clearOthers() {
    for column in table.others { values[column] = .empty }
  }

  mutating func wasWritten(_ version: Int64) {
    self.version = version
    stored = values
  }
}

/// Typed values, with Business Central's blanks for what nobody filled in.
extension BusinessRow {
  func text(_ field: Field) -> String { self[field].blankText }
  func number(_ field: Field) -> DecimalValue { self[field].decimal ?? .zero }
  func integer(_ field: Field) -> Int64 { self[field].integer ?? 0 }
  func isTrue(_ field: Field) -> Bool { self[field].boolean == true }
  func date(_ field: Field) -> DateValue? { self[field].date }
  func option(_ field: Field) -> Int32 { self[field].option?.rawValue ?? 0 }

  mutating func set(_ field: Field, _ text: String) { self[field] = .of(text: text) }
  mutating func set(_ field: Field, _ number: DecimalValue) { self[field] = .decimal(number) }
  mutating func set(_ field: Field, integer number: Int64) { self[field] = .integer(number) }
  mutating func set(_ field: Field, _ truth: Bool) { self[field] = .boolean(truth) }
  mutating func set(_ field: Field, _ date: DateValue?) { self[field] = .of(date) }
  mutating func set(_ field: Field, option: Int32) { self[field] = .option(OptionValue(option)) }
}

extension Value {
  /// A text; '' for nothing.
  var blankText: String { if case .text(let text) = self { text } else { "" } }
}
