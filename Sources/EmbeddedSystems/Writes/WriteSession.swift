import GRDB
import MapRuntime

/// The writes of one transaction. It is made and dropped inside of it, and never leaves its thread.
public final class WriteSession {
  let db: Database
  let system: EmbeddedSystem
  let schema: SystemSchema
  let author: Author
  /// The BC company by number; 0 on the Sales side.
  let company: Int64
  /// When the records of this transaction are written.
  public let now: DateTimeValue
  let scratch = RowScratch()
  /// The version of what was written last, before what the system does of its own accord in the end.
  public internal(set) var version: Int64
  /// The version before this transaction.
  let begin: Int64
  /// Whether it noted a word on the file's line of descent.
  private(set) var isNoted = false
  /// What was looked up in this transaction and is there.
  var known: [String: Set<Value>] = [:]
  /// Records that count as changed because others were.
  var touched: [String: Set<Guid>] = [:]
  /// Tables all of whose records, in this company, count as changed.
  var touchedWhole: Set<String> = []
  /// Whether the days of dated rows are looked at already.
  var hasBegunDays = false
  /// The rows of which who reads them counts as changed already. Who comes to read one later is new or
  /// changed anyway.
  var seenByDependents: [Dependent: Set<[Value]>] = [:]
  /// The number series that were drawn from, by name, as they are to be kept.
  var drawn: [String: NumberSeries] = [:]
  /// Whether records of a table were ever deleted.
  var hasTombstones: [String: Bool] = [:]
  /// The number that an option must have, because its copies have it.
  var optionID: Guid?
  var depth = 0
  /// What records refer to that are made together; nil where each finds what it refers to.
  var openReferences: [OpenReference]?
  /// Whether records follow another that got a new key, and so are between two states.
  var isRenaming = false
  /// Whether records are made that are one state together.
  var isStating = false
  /// How whole rows are written, by their plans.
  var wholeStatements: [ObjectIdentifier: WholeStatement] = [:]
  /// What documents and entries of this transaction changed of customers and items.
  var figures = FigureChanges()
  /// What documents of BC are filled from.
  private(set) lazy var masters = system.masters.take(company: company, version: begin)
  /// Whether anything was looked up in `masters`, or could have been.
  private var hasMasters: Bool { schema.side == .bc && company > 0 }
  /// Who writes at the moment: the author, or the system's own logic on the way.
  private(set) var writer: Author
  /// Whether a document in a locked state is opened, written and put into a state in one go.
  var isReopening = false
  /// Whether the rules see records that were made together, and the documents among them that were
  /// computed.
  var isTogether = false
  var computed: Set<Guid> = []
  /// What Sales' documents are computed with.
  var sales = SalesCatalogue()

  init(_ db: Database, _ system: EmbeddedSystem, author: Author, company: Int64) throws {
    self.db = db
    self.system = system
    schema = system.schema
    self.author = author
    writer = author
    self.company = company
    now = system.clock.now
    version = try EmbeddedSystem.version(db)
    begin = version
  }

  /// Ends the writes of the transaction, before it is committed.
  func finish() throws {
    try writeSeries()
    try writeFigures()
    try writeTouched()
    let counter = try RowStatement(
      "UPDATE \"$system\" SET value = ?1 WHERE name = 'version'", on: db)
    counter.bind(version, at: 1)
    try counter.run()
    if version > begin { isNoted = try system.line.note(after: begin, in: db) }
  }

  /// A record of a table was written.
  func wrote(_ table: TableLayout) {
    if hasMasters { masters.forget(table) }
    if sales.isUsed { sales.forget(table.name) }
  }

  /// Keeps what was looked up for the next transaction, once this one is committed.
  func keepMasters() {
    if hasMasters { system.masters.putBack(masters, version: version) }
  }

  /// Looks up anew what was there: keys changed, or records are gone.
  func forgetKeys() {
    known = [:]
    scratch.forget()
  }

  /// Writes as somebody else for a while.
  func acting<Result>(as writer: Author, _ body: () throws -> Result) rethrows -> Result {
    let outer = self.writer
    self.writer = writer
    defer { self.writer = outer }
    return try body()
  }

  func nextVersion() -> Int64 {
    version += 1
    return version
  }

  /// Records whose joined rows changed, each once, at the end of the transaction.
  private func writeTouched() throws {
    for (name, ids) in touched.sorted(by: { $0.key < $1.key }) where !touchedWhole.contains(name) {
      guard let table = schema[name] else { continue }
      try writeTouched(ids.sorted(), of: table)
    }
    touched = [:]
    for name in touchedWhole.sorted() {
      guard let table = schema[name] else { continue }
      let company = table.hasCompanies ? "\"$company\" = \(self.company) AND " : ""
      let select = try RowStatement(
        "SELECT \"$id\" FROM \(table.sqlName) WHERE \(company)\"$id\" > ifnull(?1, x'')"
          + " ORDER BY \"$id\" LIMIT 1000", on: db)
      var last: Guid?
      repeat {
        if let last { select.bind(last, at: 1) } else { select.bindNull(at: 1) }
        var ids: [Guid] = []
        while try select.step() { ids.append(try StatementRow.id(select.handle, 0)) }
        select.reset()
        try writeTouched(ids, of: table)
        last = ids.last
      } while last != nil
    }
    touchedWhole = []
  }

  private func writeTouched(_ ids: [Guid], of table: TableLayout) throws {
    let update = try RowStatement(
      "UPDATE \(table.sqlName) SET \"$version\" = ?2, \"$modified\" = ?3"
        + " WHERE \"$id\" = ?1", on: db)
    for id in ids {
      update.bind(id, at: 1)
      update.bind(nextVersion(), at: 2)
      update.bind(now.milliseconds, at: 3)
      try update.run()
    }
  }

  /// Runs a write of its own; nothing of it stays when it is refused.
  func guarded<Result>(_ isGuarded: Bool, _ body: () throws -> Result) throws -> Result {
    guard isGuarded else { return try body() }
    let written = hasMasters ? masters.written.count : 0
    let (figures, drawn) = (self.figures, self.drawn)
    depth += 1
    defer { depth -= 1 }
    try RowStatement("SAVEPOINT row\(depth)", on: db).run()
    do {
      let result = try body()
      try RowStatement("RELEASE row\(depth)", on: db).run()
      return result
    } catch {
      try RowStatement("ROLLBACK TO row\(depth)", on: db).run()
      try RowStatement("RELEASE row\(depth)", on: db).run()
      self.figures = figures
      self.drawn = drawn
      if hasMasters { masters.forget(writtenAfter: written) }
      throw error
    }
  }
}
