import GRDB
import GRDBSQLite
import MapRuntime

/// Versions of documents (DG-1, DG-2).
extension WriteSession {
  private static let headerArchive = "Sales Header Archive"
  private static let lineArchive = "Sales Line Archive"

  /// Keeps a document as it is now, as a version of its number (DG-1).
  /// - Returns: the version's number.
  @discardableResult
  public func archive(_ id: Guid) throws -> Int64 {
    var document = try existing(id)
    let version = try archive(&document)
    try save(&document)
    return version
  }

  /// The number of archived versions goes up in the document, which the caller writes.
  @discardableResult
  func archive(_ document: inout BusinessDocument) throws -> Int64 {
    let copies = document.tables.copies
    guard
      let headers = copies[.init(from: BusinessTables.headerName, to: Self.headerArchive)],
      let lines = copies[.init(from: BusinessTables.lineName, to: Self.lineArchive)]
    else { throw Refusal("there is no archive of sales documents here") }
    let occurrence = max(1, document.header.integer(.occurrence))
    let version =
      try lastArchived(
        "Version No.", document.type, document.number, occurrence: occurrence,
        headers.target) + 1
    var header = headers.copy(document.header.values)
    header["Doc. No. Occurrence"] = .integer(occurrence)
    header["Version No."] = .integer(version)
    header["Date Archived"] = .date(now.date)
    header["Time Archived"] = .dateTime(now)
    header["Archived By"] = .text(author.userName)
    header["Source Doc. Exists"] = .boolean(true)
    header["Last Archived Date"] = .dateTime(now)
    header["No. of Archived Versions"] = .integer(version)
    try add(header, id: system.newID())
    for line in document.lines {
      var row = lines.copy(line.values)
      row["Doc. No. Occurrence"] = .integer(occurrence)
      row["Version No."] = .integer(version)
      try add(row, id: system.newID())
    }
    document.header.set(.archivedVersions, integer: version)
    return version
  }

  /// A number that a deleted document had may come again: the occurrence tells both apart (DG-2).
  func takeOccurrence(_ document: inout BusinessDocument) throws {
    guard let table = schema[Self.headerArchive] else { return }
    let last = try lastArchived(
      "Doc. No. Occurrence", document.type, document.number, occurrence: nil, table)
    document.header.set(.occurrence, integer: last + 1)
  }

  /// The lines of the last version that is kept of an order, by field; none where nothing is kept of it.
  public func lastArchivedLines(ofOrder number: String) throws -> [[String: Value]] {
    guard let headers = schema[Self.headerArchive], let lines = schema[Self.lineArchive] else {
      return []
    }
    let type = DocumentType.order
    let occurrence = try lastArchived(
      "Doc. No. Occurrence", type, number, occurrence: nil, headers)
    guard occurrence > 0 else { return [] }
    let version = try lastArchived(
      "Version No.", type, number, occurrence: occurrence, headers)
    return try find(
      lines.name,
      [
        "Document Type": .option(OptionValue(Int32(type.rawValue))), "Document No.": .text(number),
        "Doc. No. Occurrence": .integer(occurrence), "Version No.": .integer(version),
      ]
    ).compactMap { id in
      guard let values = try values(of: lines, id) else { return nil }
      return Dictionary(
        lines.columns.indices.map { (lines.columns[$0].field.name, values[$0]) }
      ) { first, _ in first }
    }
  }

  private func lastArchived(
    _ field: String, _ type: DocumentType, _ number: String, occurrence: Int64?,
    _ table: TableLayout
  ) throws -> Int64 {
    let select = try RowStatement(
      "SELECT ifnull(max(\(SQLName.quoted(field))), 0) FROM \(table.sqlName)"
        + " WHERE \"$company\" = \(company) AND \"Document Type\" = ?1 AND \"No.\" = ?2"
        + (occurrence == nil ? "" : " AND \"Doc. No. Occurrence\" = ?3"), on: db)
    select.bind(Int64(type.rawValue), at: 1)
    select.bind(number, at: 2)
    if let occurrence { select.bind(occurrence, at: 3) }
    defer { select.reset() }
    return try select.step() ? sqlite3_column_int64(select.handle, 0) : 0
  }
}

extension Author {
  /// How the system calls who wrote, where it names people.
  var userName: String {
    switch self {
    case .integration: "INTEGRATION"
    case .person: "USER"
    case .system: "SYSTEM"
    }
  }
}
