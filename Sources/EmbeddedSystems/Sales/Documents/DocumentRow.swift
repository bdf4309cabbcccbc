import MapRuntime

/// A row of a document that is written with what Sales works out: first read into the fields that
/// Sales handles, at last written with what these became.
struct DocumentRow<Field: SalesField> {
  private let id: Guid
  let plan: WritePlan
  private let places: FieldPlaces<Field>
  private let isNew: Bool
  private let author: Author
  private var values: RecordValues

  /// - Parameter plan: the record's, with what Sales works out of the row.
  init<Content: RowContent>(
    _ record: DocumentRecord<Content>, _ plan: WritePlan, _ places: FieldPlaces<Field>
  ) {
    id = record.id
    self.plan = plan
    self.places = places
    isNew = plan.isNew
    author = record.plan.source.author
    values = RecordValues(Array(repeating: .empty, count: plan.columns.count))
    record.content.write(to: &values)
  }

  /// Gives a row the values of the record that may be written.
  mutating func take(into row: inout FieldRow<Field>, name: String) throws {
    for (index, isWritten) in plan.source.written.enumerated() where isWritten {
      guard let field = places.field(at: plan.places[index]) else { continue }
      let access = places.table.columns[plan.places[index]].field.access
      guard author == .system || access != .read else {
        throw Refusal("'\(name)': field '\(field.name)' cannot be written")
      }
      if !isNew, access == .create, author != .system {
        if values[index] == row[field] { continue }
        throw Refusal("'\(name)': field '\(field.name)' cannot be changed any more")
      }
      row.set(field, values[index])
    }
  }

  /// The record's first text, by which people know it.
  var label: String? { values.values.lazy.compactMap(\.text).first }

  /// Takes what Sales made of the row.
  mutating func put(_ row: FieldRow<Field>) {
    for index in plan.places.indices {
      if let field = places.field(at: plan.places[index]) { values[index] = row[field] }
    }
  }

  /// Names the header that the row is a line of.
  mutating func put(header: Lookup, _ column: Int) {
    for index in plan.places.indices where plan.places[index] == column {
      values[index] = .lookup(header)
    }
  }

  /// - Parameter statement: the plan's, with what the system fills.
  /// - Returns: the version that the row got.
  func write(
    _ statement: RowStatement, expected: Int64? = nil, company: Guid? = nil,
    in session: WriteSession
  ) throws -> Int64 {
    let content = ValuesContent(values: values.values)
    let outcome =
      isNew
      ? try session.insert(plan, statement, id: id, company: company, content)
      : try session.update(
        plan, statement, id: id, expected: expected, company: company, content)
    switch outcome {
    case .written(_, let version): return version
    case .refused(let sentence), .failed(let sentence): throw Refusal(sentence)
    case .stale, .missing: throw Refusal("'\(plan.table.name)' \(id) was changed meanwhile")
    }
  }
}

/// The plans of rows that are written with what Sales works out; the last row's is the next one's too,
/// mostly.
struct WorkedPlans {
  let system: EmbeddedSystem
  let worked: [Int]
  private var last: (given: ObjectIdentifier, plan: WritePlan)?

  init(_ system: EmbeddedSystem, _ worked: [Int]) {
    self.system = system
    self.worked = worked
  }

  mutating func plan(of given: WritePlan, isNew: Bool) -> WritePlan {
    if let last, last.given == ObjectIdentifier(given), last.plan.isNew == isNew {
      return last.plan
    }
    let plan = system.plan(given, and: worked, isNew: isNew)
    last = (ObjectIdentifier(given), plan)
    return plan
  }
}
