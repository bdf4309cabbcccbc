import MapRuntime

/// How records of a type are created or changed with some of their columns: made once, used for
/// every record.
public final class WritePlan: Sendable {
  let table: TableLayout
  let sql: String
  /// By column of the record.
  let columns: [WriteColumn]
  /// Where the columns of the record are in the table; -1 for those that the table does not have.
  let places: [Int]
  let isNew: Bool
  /// The rules that see the write.
  let rules: [any SystemRule]
  /// Whether a write of a record that is there leaves its state, and nothing but that state decides
  /// whether it is taken.
  let asksStateOnly: Bool
  /// The fields that the system itself fills in a new record, and where they go.
  let filled: [(column: Int, place: Int32, tablePlace: Int32)]
  /// Where the company of a Sales record goes; 0 where nothing is stamped.
  let companyPlace: Int32
  /// Where generated numbers go: the table's column, and its place in the statement.
  let series: [(column: Int, record: Int)]
  let nextLine: (column: Int, record: Int)?
  /// Whether Business Central's own logic sees the write; what the system writes by itself is as it
  /// says.
  let isValidated: Bool
  /// The record's written columns in the order in which a document assigns them.
  let order: [Int]
  /// Why nothing can be written so.
  let refusal: String?
  /// What it was made of, so that another can be made of the same.
  let source: Source

  /// The record's columns, what of them is written and looked up, and who writes.
  struct Source: Sendable {
    let names: [String]
    let written: [Bool]
    let validated: [Bool]
    let stampsCompany: Bool
    let author: Author
  }

  private let emptied: [Value]

  /// The first place of a column.
  static let first: Int32 = 7

  /// - Parameters:
  ///   - names: the record's columns.
  ///   - written: those of them that are written.
  ///   - validated: those of them whose references are looked up.
  ///   - order: columns of the record that a document assigns first, in this order.
  ///   - isWhole: whether the system's own logic writes all that a row holds.
  init(
    _ table: TableLayout, _ names: [String], written: [Bool], validated: [Bool], isNew: Bool,
    stampsCompany: Bool, author: Author, schema: SystemSchema, order: [Int] = [],
    isWhole: Bool = false
  ) {
    var building = WritePlanBuilder(
      table: table, isNew: isNew, author: author, schema: schema, isWhole: isWhole)
    building.add(names, written, validated)
    if isNew { building.fill() }
    companyPlace = stampsCompany ? building.stampCompany() : 0
    self.table = table
    let given = building.given
    rules = (schema.rules[table.name] ?? []).filter {
      $0.concerns(table, writing: given, isNew: isNew)
    }
    let states = table.description.states.map { [$0.field, $0.status] } ?? []
    asksStateOnly =
      !isNew && !states.isEmpty && rules.allSatisfy { $0 is StateSteps }
      && states.allSatisfy { table.column($0).map { !given.contains($0) } ?? true }
    self.isNew = isNew
    isValidated = author != .system && !isWhole
    self.order = AssignmentOrder.columns(written, names, order, in: table)
    sql = building.sql
    columns = building.columns
    emptied = Array(repeating: .empty, count: columns.count)
    places = building.places
    filled = building.filled
    series = building.series
    nextLine = building.nextLine
    refusal = building.refusal
    source = Source(
      names: names, written: written, validated: validated, stampsCompany: stampsCompany,
      author: author)
  }

  /// The plan of a record whose other columns the system itself works out: it writes both, and no
  /// rule sees it.
  /// - Parameters:
  ///   - worked: the columns of the table that the system works out; whoever gives them need not be
  ///     allowed to write them.
  ///   - isNew: whether the record is, whatever the plan was made for.
  init(_ plan: WritePlan, and worked: [Int], isNew: Bool, schema: SystemSchema) {
    let source = plan.source
    self.source = source
    table = plan.table
    isValidated = plan.isValidated
    asksStateOnly = false
    order = plan.order
    self.isNew = isNew
    rules = []
    var building = WritePlanBuilder(
      table: table, isNew: isNew, author: source.author, schema: schema, worked: Set(worked))
    // Where it is there already, what only a new one takes stays.
    let written = source.names.indices.map { index in
      source.written[index]
        && (isNew || !plan.isNew || !plan.isOfNewOnly(index))
    }
    building.add(source.names, written, source.validated)
    building.work(worked)
    if isNew { building.fill() }
    companyPlace = source.stampsCompany ? building.stampCompany() : 0
    sql = building.sql
    columns = building.columns
    emptied = Array(repeating: .empty, count: columns.count)
    places = building.places
    filled = building.filled
    series = building.series
    nextLine = building.nextLine
    refusal = building.refusal
  }

  /// Whether only a new record takes a column of this one.
  private func isOfNewOnly(_ record: Int) -> Bool {
    places[record] >= 0 && table.columns[places[record]].field.access == .create
  }

  /// What a record holds of which nothing is said.
  var blank: RecordValues { RecordValues(emptied) }

  /// Whether all values come from the record itself.
  var isPlain: Bool { series.isEmpty && nextLine == nil }
}
