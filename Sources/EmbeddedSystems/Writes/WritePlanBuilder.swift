import MapRuntime

/// Puts the statement of a plan together.
struct WritePlanBuilder {
  let table: TableLayout
  let isNew: Bool
  let author: Author
  let schema: SystemSchema
  let isWhole: Bool
  /// The columns of the table that the system itself works out.
  let worked: Set<Int>
  var columns: [WriteColumn] = []
  var places: [Int] = []
  var filled: [(column: Int, place: Int32, tablePlace: Int32)] = []
  var series: [(column: Int, record: Int)] = []
  var nextLine: (column: Int, record: Int)?
  var refusal: String?
  private var names: [String] = []
  private var next = WritePlan.first
  /// The columns of the table that the record says.
  private(set) var given: Set<Int> = []

  init(
    table: TableLayout, isNew: Bool, author: Author, schema: SystemSchema, isWhole: Bool = false,
    worked: Set<Int> = []
  ) {
    self.worked = worked
    self.table = table
    self.isNew = isNew
    self.author = author
    self.schema = schema
    self.isWhole = isWhole
  }

  mutating func add(_ fields: [String], _ written: [Bool], _ validated: [Bool]) {
    for (record, name) in fields.enumerated() {
      let place = table.column(name) ?? -1
      places.append(place)
      guard place >= 0 else {
        refuse(written[record] ? "'\(table.name)' has no field '\(name)'" : nil)
        columns.append(WriteColumn.none)
        continue
      }
      let layout = table.columns[place]
      var column = WriteColumn(
        layout, in: table, schema: schema, isNew: isNew,
        isValidated: validated[record] && written[record], isFilled: written[record] || isNew)
      if written[record] || worked.contains(place) { take(layout, place, record, &column) }
      columns.append(column)
    }
  }

  /// Writes what the system works out and the record does not say; of a record that is there, it may
  /// be as empty as it was.
  mutating func work(_ worked: [Int]) {
    for place in worked where !given.contains(place) {
      let layout = table.columns[place]
      var column = WriteColumn(
        layout, in: table, schema: schema, isNew: isNew, isValidated: false, isFilled: isNew)
      places.append(place)
      take(layout, place, columns.count, &column)
      columns.append(column)
    }
  }

  private mutating func take(
    _ layout: ColumnLayout, _ place: Int, _ record: Int, _ column: inout WriteColumn
  ) {
    // The id is the record's own; writing it again changes nothing.
    if layout.storage == .system("$id") { return }
    guard layout.isStored,
      isWhole || author == .system || worked.contains(place) || isWritable(layout.field)
    else {
      return refuse("'\(table.name)': field '\(layout.name)' cannot be written")
    }
    (column.place, column.tablePlace) = reserve(layout)
    given.insert(place)
    if isNew, table.isNumbered(place) { series.append((place, record)) }
    if isNew, layout.field.default == .nextLine { nextLine = (place, record) }
  }

  private func isWritable(_ field: FieldDescription) -> Bool {
    if field.isComputed { return !field.sets.isEmpty }
    return switch field.access {
    case .readWrite: true
    case .read: false
    case .create: isNew
    case .update: !isNew
    }
  }

  /// What a new record has besides.
  mutating func fill() {
    for (place, layout) in table.columns.enumerated() where !given.contains(place) {
      guard layout.isStored else { continue }
      switch layout.field.default {
      case .numberSeries, .nextLine: generate(layout, place)
      case .system where table.isNumbered(place): generate(layout, place)
      case .value, .system:
        let (at, tables) = reserve(layout)
        filled.append((place, at, tables))
      case nil where isGiven(layout.name):
        let (at, tables) = reserve(layout)
        filled.append((place, at, tables))
      case nil:
        // What a test begins with may be incomplete.
        if author != .system, layout.field.isRequired, isEmptyAlone(layout.field.type),
          !schema.isSaidByDocument(layout.name, of: table)
        {
          refuse("'\(table.name)': field '\(layout.name)' must be filled")
        }
      }
    }
  }

  /// What Sales gives a new record by itself: its author, and to a person's the organization's currency.
  private func isGiven(_ name: String) -> Bool {
    guard table.side == .sales else { return false }
    return author == .integration && name == "createdby"
      || author == .person && name == "transactioncurrencyid"
  }

  /// A number or a line number that each record gets for itself.
  private mutating func generate(_ layout: ColumnLayout, _ place: Int) {
    var column = WriteColumn(layout, in: table, schema: schema, isNew: isNew)
    (column.place, column.tablePlace) = reserve(layout)
    if layout.field.default == .nextLine {
      nextLine = (place, columns.count)
    } else {
      series.append((place, columns.count))
    }
    columns.append(column)
    places.append(place)
  }

  private func isEmptyAlone(_ type: FieldType) -> Bool {
    ColumnLayout.blank(type, on: table.side).map { $0 == "''" } ?? true
  }

  /// The place of the record's company.
  mutating func stampCompany() -> Int32 {
    guard let company = table.company else { return 0 }
    if let record = places.firstIndex(of: company), columns[record].place > 0 {
      let place = columns[record].place
      columns[record].place = 0
      return place
    }
    if let place = filled.firstIndex(where: { $0.column == company }) {
      return filled.remove(at: place).place
    }
    return reserve(table.columns[company]).0
  }

  /// The status that belongs to the state, by name, where only the state is written (R K-7 to
  /// K-14).
  private func status() -> String? {
    guard table.side == .sales, table.description.states == nil,
      let status = table.column("statuscode").map({ table.columns[$0] }), status.isStored,
      let state = names.firstIndex(of: "\"statecode\""), !names.contains(status.column),
      let states = table.description.field("statecode")?.options
    else { return nil }
    let cases = states.compactMap { state in
      status.field.option(state.name).map { "WHEN \(state.value) THEN \($0.rawValue)" }
    }
    guard !cases.isEmpty else { return nil }
    return "CASE ?\(WritePlan.first + Int32(state)) \(cases.joined(separator: " ")) END"
  }

  /// Sales makes a full name of its parts, whatever else is said; nil where no part is written.
  private func fullName(_ parameters: [String]) -> (column: String, sql: String)? {
    guard table.side == .sales, table.hasFullName else { return nil }
    let parts = ["\"firstname\"", "\"lastname\""]
    guard parts.contains(where: names.contains) else { return nil }
    let values = parts.map { part in
      let old = isNew ? "''" : part
      return "trim(ifnull(\(names.firstIndex(of: part).map { parameters[$0] } ?? old), ''))"
    }
    let whole = "nullif(trim(\(values.joined(separator: " || ' ' || "))), '')"
    let given = names.firstIndex(of: "\"fullname\"").map { parameters[$0] }
    return ("\"fullname\"", given.map { "ifnull(\(whole), \($0))" } ?? whole)
  }

  private mutating func reserve(_ layout: ColumnLayout) -> (Int32, Int32) {
    names.append(layout.column)
    next += 1
    guard layout.storage == .storedWithTable else { return (next - 1, 0) }
    names.append(layout.tableColumn)
    next += 1
    return (next - 2, next - 1)
  }

  private mutating func refuse(_ sentence: String?) {
    if refusal == nil { refusal = sentence }
  }

  /// Places 1 to 6: id, version, time, own version of a new record, expected version, company. The
  /// integration's own writes note their version, which stays when others write later.
  var sql: String {
    var places = (WritePlan.first..<next).map { "?\($0)" }
    var names = self.names
    if let (column, sql) = fullName(places) {
      if let index = names.firstIndex(of: column) {
        places[index] = sql
      } else {
        names.append(column)
        places.append(sql)
      }
    }
    if let status = status() {
      names.append("\"statuscode\"")
      places.append(status)
    }
    guard isNew else {
      let sets =
        ["\"$version\" = ?2", "\"$modified\" = ?3"]
        + (author == .integration ? ["\"$ours\" = ?2"] : [])
        + zip(names, places).map { "\($0) = \($1)" }
      let company = table.hasCompanies ? " AND \"$company\" = ?6" : ""
      return "UPDATE \(table.sqlName) SET \(sets.joined(separator: ", ")) WHERE \"$id\" = ?1"
        + " AND (?5 IS NULL OR \"$version\" = ?5)\(company)"
    }
    let company = table.hasCompanies ? (["\"$company\""], ["?6"]) : ([], [])
    let columns =
      ["\"$id\"", "\"$version\"", "\"$created\"", "\"$modified\"", "\"$ours\""] + company.0 + names
    let values = ["?1", "?2", "?3", "?3", "?4"] + company.1 + places
    return "INSERT INTO \(table.sqlName) (\(columns.joined(separator: ", ")))"
      + " VALUES (\(values.joined(separator: ", ")))"
  }
}
