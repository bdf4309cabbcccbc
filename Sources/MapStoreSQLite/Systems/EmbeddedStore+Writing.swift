import EmbeddedSystems
import MapRuntime
import MapSync

extension EmbeddedStore {
  public func create<Record: TableRecord>(
    _ records: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try write { session in
      let batch = WriteBatch<Record>(session, of: system, isNew: true)
      // A closure a record would look its types up for each.
      var results: [WriteResult] = []
      results.reserveCapacity(records.count)
      for new in records {
        let (plan, statement) = try batch.plan(
          new.columns, unvalidated: new.unvalidated, stampsCompany: new.company != nil, session)
        let content = RecordContent(new.record)
        results.append(
          try batch.attempt(new.id) {
            try session.insert(plan, statement, id: new.id, company: new.company, content)
          })
      }
      return results
    }
  }

  public func update<Record: TableRecord>(
    _ records: [RecordUpdate<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try write { session in
      let batch = WriteBatch<Record>(session, of: system, isNew: false)
      var results: [WriteResult] = []
      results.reserveCapacity(records.count)
      for change in records {
        let (plan, statement) = try batch.plan(
          change.columns, unvalidated: change.unvalidated, stampsCompany: change.company != nil,
          session)
        let content = RecordContent(change.record)
        results.append(
          try batch.attempt(change.id) {
            try session.update(
              plan, statement, id: change.id, expected: change.expected, company: change.company,
              content)
          })
      }
      return results
    }
  }

  public func delete(
    _ ids: [Guid], from table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try ids.map { id in
        try faults.attempt(id) { try session.delete(id, from: layout) }
      }
    }
  }

  public func setCompany(
    _ company: Guid?, of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    guard layout.company != nil else {
      throw .unknown("'\(layout.name)' has no company")
    }
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try ids.map { id in
        try faults.attempt(id) { try session.setCompany(company, of: id, in: layout) }
      }
    }
  }
}
