import EmbeddedSystems
import MapRuntime
import MapSync

extension EmbeddedStore {
  public func create<Record: TableRecord>(
    _ records: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    let batch = WriteBatch<Record>(system, isNew: true)
    return try write { session in
      try records.map { new in
        let (plan, statement) = try batch.plan(
          new.columns, stampsCompany: new.company != nil, session)
        return try batch.attempt(new.id) {
          try session.insert(
            plan, statement, id: new.id, company: new.company, RecordContent(new.record))
        }
      }
    }
  }

  public func update<Record: TableRecord>(
    _ records: [RecordUpdate<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    let batch = WriteBatch<Record>(system, isNew: false)
    return try write { session in
      try records.map { change in
        let (plan, statement) = try batch.plan(
          change.columns, stampsCompany: change.company != nil, session)
        return try batch.attempt(change.id) {
          try session.update(
            plan, statement, id: change.id, expected: change.expected, company: change.company,
            RecordContent(change.record))
        }
      }
    }
  }

  public func delete(
    _ ids: [Guid], from table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    let faults = WriteFaults(system, layout.name)
    return try write { session in
      try ids.map { id in
        try faults.attempt(id) { try session.delete(id, from: layout) }
      }
    }
  }

  public func setCompany(
    _ company: Guid?, of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    let faults = WriteFaults(system, layout.name)
    guard layout.company != nil else {
      throw .unknown("'\(layout.name)' has no company")
    }
    return try write { session in
      try ids.map { id in
        try faults.attempt(id) { try session.setCompany(company, of: id, in: layout) }
      }
    }
  }
}
