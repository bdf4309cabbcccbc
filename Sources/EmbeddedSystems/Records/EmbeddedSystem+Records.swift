import GRDB
import MapRuntime

/// Records by the names of their fields, as people, scenarios and the demo handle them.
extension EmbeddedSystem {
  /// Creates a record.
  /// - Returns: its id, or why the system does not take it.
  public func create(
    _ table: String, id: Guid? = nil, _ fields: [String: Value], by author: Author = .person,
    company: Company? = nil
  ) throws(SystemFailure) -> Result<Guid, Refusal> {
    try act(by: author, company: company) { try $0.create(table, id: id, fields) }
  }

  /// Changes some fields of a record; false if there is none.
  public func change(
    _ table: String, _ id: Guid, _ fields: [String: Value], by author: Author = .person,
    company: Company? = nil
  ) throws(SystemFailure) -> Result<Bool, Refusal> {
    try act(by: author, company: company) { try $0.change(table, id, fields) }
  }

  /// Deletes a record; false if there is none.
  public func delete(
    _ table: String, _ id: Guid, by author: Author = .person, company: Company? = nil
  ) throws(SystemFailure) -> Result<Bool, Refusal> {
    let layout = try schema.table(table)
    return try act(by: author, company: company) { session in
      switch try session.delete(id, from: layout) {
      case .refused(let sentence): throw Refusal(sentence)
      case .missing: false
      default: true
      }
    }
  }

  /// A record's fields, those without a value left out; nil if there is none.
  public func record(
    _ table: String, _ id: Guid, company: Company? = nil
  ) throws(SystemFailure) -> [String: Value]? {
    let layout = try schema.table(table)
    return try observe(company) { session in
      do {
        return try session.values(of: layout, id).map { layout.named($0) }
      } catch let refusal as Refusal {
        throw SystemFailure.unknown(refusal.sentence)
      }
    }
  }

  /// A record as far as it can be read, for people who are to mend it; nil if there is none.
  public func legible(
    _ table: String, _ id: Guid, company: Company? = nil
  ) throws(SystemFailure) -> LegibleRecord? {
    let layout = try schema.table(table)
    return try observe(company) { session in
      try session.legible(of: layout, id).map {
        LegibleRecord(fields: layout.named($0.values), damage: $0.damage)
      }
    }
  }

  /// The ids of the records whose fields hold the given values, in their order; all for none.
  public func find(
    _ table: String, _ fields: [String: Value] = [:], company: Company? = nil
  ) throws(SystemFailure) -> [Guid] {
    try observe(company) { try $0.find(table, fields) }
  }

  private func observe<Result: Sendable>(
    _ company: Company?, _ body: @Sendable (WriteSession) throws -> Result
  ) throws(SystemFailure) -> Result {
    try read { db in
      try body(WriteSession(db, self, author: .system, company: company?.number ?? 0))
    }
  }

  /// Does things in one transaction, as somebody at work in the system does: all of it, or nothing
  /// where the system refuses a part.
  public func act<Result: Sendable>(
    by author: Author = .person, company: Company? = nil,
    _ body: (WriteSession) throws -> Result
  ) throws(SystemFailure) -> Swift.Result<Result, Refusal> {
    try write(by: author, company: company?.number ?? 0) { session in
      do {
        return .success(try session.guarded(true) { try body(session) })
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
  }
}

/// A record of which a value may not be readable.
public struct LegibleRecord: Sendable {
  /// Those that can be read, those without a value left out.
  public let fields: [String: Value]
  /// What the first other one holds, as a sentence; nil where all can be read.
  public let damage: String?
}

extension TableLayout {
  /// Values by the names of their fields.
  func named(_ values: [Value]) -> [String: Value] {
    var fields: [String: Value] = [:]
    for (column, value) in zip(columns, values) where !value.isEmpty {
      fields[column.name] = value
    }
    return fields
  }
}
