import EmbeddedSystems
import MapRuntime
import MapSync

/// Notes of an embedded system (R F-20).
extension EmbeddedStore {
  public var noteTable: String { NoteTable.of(side).name }

  public func notes(
    since mark: ChangeMark?, on table: RecordTable, limit: Int
  ) async throws(StoreFailure) -> NotePage {
    let since = try version(of: mark)
    guard let (notes, layout) = try noteRows() else {
      return NotePage(notes: [], next: try await self.mark(of: table), hasMore: false)
    }
    return try read { db in
      let last = try Self.lastVersion(db)
      let rows = try notes.rows(since: since, limit: limit + 1, db)
      let page = rows.prefix(limit)
      let hasMore = rows.count > limit
      return NotePage(
        notes: page.compactMap { layout.note($0, on: table.name) },
        next: ChangeMark(String(hasMore ? page.last?.version.number ?? last : last)),
        hasMore: hasMore)
    }
  }

  public func notes(ids: [Guid]) async throws(StoreFailure) -> [StoredNote] {
    guard let (notes, layout) = try noteRows(), !ids.isEmpty else { return [] }
    return try read { db in
      try notes.rows(ids: ids, db).compactMap { layout.note($0, on: nil) }
    }
  }

  public func write(
    _ notes: [NoteWrite], on table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(noteTable)
    let kind = NoteTable.of(side)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try notes.map { note in
        try faults.attempt(note.id) {
          guard note.expected == nil else {
            return try session.update(
              note.id, [kind.text: .text(note.text)], in: layout, expected: note.expected)
          }
          return try session.insert(
            note.id, try session.newNote(note.text, on: note.document, of: table.name, in: layout),
            in: layout)
        }
      }
    }
  }

  private func noteRows() throws(StoreFailure) -> (ChangedRows, NoteTable)? {
    let kind = NoteTable.of(side)
    guard let layout = system.schema[kind.name],
      let rows = ChangedRows(
        layout, [kind.document, kind.text, kind.type], company: companyTest(layout))
    else { return nil }
    return (rows, kind)
  }
}

extension NoteTable {
  /// Nil for what is no note with words, or not on a record of that table. BC's notes do not say
  /// which table theirs is of.
  fileprivate func note(_ row: ChangedRows.Row, on table: String?) -> StoredNote? {
    let document: Guid
    switch row.values[0] {
    case .lookup(let lookup) where table == nil || lookup.table == table: document = lookup.id
    case .guid(let id): document = id
    default: return nil
    }
    guard isNote(row.values[2]), let text = row.values[1].text, !text.isEmpty else { return nil }
    return StoredNote(id: row.id, document: document, text: text, version: row.version)
  }
}
