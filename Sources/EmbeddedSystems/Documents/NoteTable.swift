import MapRuntime

/// The table in which a system keeps what people write beside records, and its fields.
public struct NoteTable: Sendable {
  public let name: String
  /// What a note is written on.
  public let document: String
  public let text: String
  /// What tells a note from links and files.
  public let type: String

  public static func of(_ side: Side) -> NoteTable {
    switch side {
    case .bc: NoteTable(name: "Record Link", document: "Record ID", text: "Note", type: "Type")
    case .sales:
      NoteTable(
        name: "annotation", document: "objectid", text: "notetext", type: "isdocument")
    }
  }

  /// Whether a row with that type is a note.
  public func isNote(_ type: Value) -> Bool {
    switch type {
    case .option(let option): option == Self.noteType
    case .boolean(let isFile): !isFile
    case .empty, .text, .integer, .decimal, .date, .dateTime, .guid, .lookup: true
    }
  }

  static let noteType = OptionValue(1)
}

extension WriteSession {
  /// The fields of a new note on a record of a table.
  public func newNote(
    _ text: String, on document: Guid, of owner: String, in table: TableLayout
  ) throws -> [String: Value] {
    let note = NoteTable.of(table.side)
    switch table.side {
    case .sales:
      return [
        note.document: .lookup(Lookup(table: owner, id: document)), note.text: .text(text),
      ]
    case .bc:
      return [
        "Link ID": .integer(try last("Link ID", of: table) + 1), note.document: .guid(document),
        note.type: .option(NoteTable.noteType), note.text: .text(text), "Created": .dateTime(now),
      ]
    }
  }

  /// What people wrote down beside a record, oldest first; files and links are no notes.
  public func notes(of id: Guid, in table: TableLayout) throws -> [(id: Guid, text: String)] {
    let note = NoteTable.of(table.side)
    guard let layout = schema[note.name], let text = layout.column(note.text) else { return [] }
    let about: Value =
      table.side == .sales ? .lookup(Lookup(table: table.name, id: id)) : .guid(id)
    let type = layout.column(note.type)
    return try find(layout.name, [note.document: about]).compactMap { id in
      guard let values = try values(of: layout, id), let words = values[text].text,
        !words.isEmpty, type.map({ note.isNote(values[$0]) }) ?? true
      else { return nil }
      return (id, words)
    }
  }
}
