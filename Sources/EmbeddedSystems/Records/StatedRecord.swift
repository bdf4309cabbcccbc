import MapRuntime

/// A record of a state that many records make together.
public struct StatedRecord: Sendable {
  public let table: String
  public let id: Guid
  public let fields: [String: Value]

  public init(_ table: String, id: Guid, _ fields: [String: Value]) {
    self.table = table
    self.id = id
    self.fields = fields
  }
}

extension EmbeddedSystem {
  /// Creates records as one state, in one transaction: each may refer to any other, whatever their
  /// order. All of them, or none where the system refuses one.
  public func create(
    together records: [StatedRecord], by author: Author = .system, company: Company? = nil
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try write(by: author, company: company?.number ?? 0) { session in
      do {
        return .success(try session.guarded(true) { try session.create(together: records) })
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
  }
}

extension EmbeddedSystem {
  /// Creates records one after the other, as somebody at work in the system does, in one transaction.
  /// All of them, or none where the system refuses one.
  public func create(
    inOrder records: [StatedRecord], by author: Author = .person, company: Company? = nil
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try act(by: author, company: company) { session in
      for record in records { try session.create(record.table, id: record.id, record.fields) }
    }
  }
}

/// What a record refers to that may still be made.
struct OpenReference {
  let reference: RowScratch.Reference
  let column: WriteColumn
  /// The record and its field, as messages call them.
  let shown: String
}

/// Records that are one state together.
extension WriteSession {
  /// Creates records that may refer to each other: first all rows, then what they refer to, then
  /// the system's rules, each on all of them, as if every record had been there before.
  /// - Throws: `Refusal`, where the system does not take one.
  func create(together records: [StatedRecord]) throws {
    let rows = try records.enumerated().map { index, record in
      (table: try schema.table(record.table), index: index, record: record)
    }.sorted { ($0.table.name, $0.index) < ($1.table.name, $1.index) }
    openReferences = []
    isStating = true
    defer {
      openReferences = nil
      isStating = false
    }
    // Who has a number of its own keeps it from those that get the next one.
    for isNumbered in [false, true] {
      for row in rows where row.table.isNumbered(row.record.fields) == isNumbered {
        try create(row.table.name, id: row.record.id, row.record.fields)
      }
    }
    for open in openReferences ?? [] where try !exists(open.reference, open.column) {
      throw Refusal("\(open.shown) \(missing(open.reference, open.column))")
    }
    openReferences = nil
    isTogether = true
    computed = []
    defer { isTogether = false }
    for rule in schema.allRules {
      for row in rows where rule.concerns(row.table) {
        try apply([rule], .created, row.table, row.record.id, before: nil)
      }
    }
    if schema.side == .bc {
      try completeDocuments(of: records)
      try completeFigures(of: records)
    }
  }
}

extension TableLayout {
  /// Whether a new record with these fields gets a number or a line number from the system.
  fileprivate func isNumbered(_ fields: [String: Value]) -> Bool {
    columns.indices.contains { index in
      let column = columns[index]
      return isNumbered(index) && fields[column.name]?.isEmpty != false
        || column.field.default == .nextLine && (fields[column.name]?.integer ?? 0) == 0
    }
  }
}
