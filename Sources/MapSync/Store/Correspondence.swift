import MapRuntime

/// What goes back and forth beside records: notes that people write on documents, and what a system
/// tells of documents (F21, F22; R F-14 to F-20). It is part of every store.
public protocol Correspondence: Sendable {
  /// The table in which the system keeps notes: their couplings stand under its name.
  var noteTable: String { get }

  /// The notes on records of a table that were written or changed after a mark, oldest change first,
  /// each once; nil asks for all. Files are no notes.
  func notes(
    since mark: ChangeMark?, on table: RecordTable, limit: Int
  ) async throws(StoreFailure) -> NotePage

  /// The notes of some ids, in any order; unknown ones are left out.
  func notes(ids: [Guid]) async throws(StoreFailure) -> [StoredNote]

  /// Writes notes on records of a table, a result each.
  func write(
    _ notes: [NoteWrite], on table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult]

  /// What happened to documents of a table after a mark, oldest first. One thing may come more than
  /// once, under one id.
  func happenings(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> HappeningPage

  /// Writes posts on the walls of records, a result each: `stale` where the post is there already,
  /// and `missing` where it was and somebody deleted it.
  func write(_ posts: [NewPost]) async throws(StoreFailure) -> [WriteResult]
}

/// A note that a system keeps.
public struct StoredNote: Hashable, Sendable {
  public let id: Guid
  /// The record that it is written on.
  public let document: Guid
  public let text: String
  public let version: RecordVersion

  public init(id: Guid, document: Guid, text: String, version: RecordVersion) {
    self.id = id
    self.document = document
    self.text = text
    self.version = version
  }
}

/// Changed notes, up to a mark.
public struct NotePage: Sendable {
  public let notes: [StoredNote]
  /// Where the next page begins.
  public let next: ChangeMark
  /// False after the last page for now.
  public let hasMore: Bool

  public init(notes: [StoredNote], next: ChangeMark, hasMore: Bool) {
    self.notes = notes
    self.next = next
    self.hasMore = hasMore
  }
}

/// A note to be written.
public struct NoteWrite: Hashable, Sendable {
  public let id: Guid
  public let document: Guid
  public let text: String
  /// The version that the note must have; nil for a new one.
  public let expected: Int64?

  public init(id: Guid, document: Guid, text: String, expected: Int64? = nil) {
    self.id = id
    self.document = document
    self.text = text
    self.expected = expected
  }
}

/// Something that happened to a document of Business Central (R F-14).
public struct DocumentHappening: Hashable, Sendable {
  /// The record that says so: the document itself, its shipment, its invoice.
  public let id: Guid
  public let event: TimelineEvent
  /// The document; nil where it is gone.
  public let document: Guid?
  /// The document's business key, as couplings have it.
  public let key: String
  /// The document's number, for people.
  public let number: String
  /// The number of what was made of it: a shipment's, an invoice's.
  public let made: String?
  /// Whose document it is: a record of `partyTable`.
  public let party: Guid?
  public let partyTable: String

  public init(
    id: Guid, event: TimelineEvent, document: Guid?, key: String, number: String, made: String?,
    party: Guid?, partyTable: String
  ) {
    self.id = id
    self.event = event
    self.document = document
    self.key = key
    self.number = number
    self.made = made
    self.party = party
    self.partyTable = partyTable
  }
}

/// What happened, up to a mark.
public struct HappeningPage: Sendable {
  public let happenings: [DocumentHappening]
  /// Documents that changed and are open, so that their next release is another one.
  public let open: [Guid]
  public let next: ChangeMark
  public let hasMore: Bool

  public init(
    happenings: [DocumentHappening], open: [Guid] = [], next: ChangeMark, hasMore: Bool
  ) {
    self.happenings = happenings
    self.open = open
    self.next = next
    self.hasMore = hasMore
  }
}

/// A post on the wall of a record.
public struct NewPost: Hashable, Sendable {
  public let id: Guid
  public let about: Lookup
  public let text: String

  public init(id: Guid, about: Lookup, text: String) {
    self.id = id
    self.about = about
    self.text = text
  }
}
