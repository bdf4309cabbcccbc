import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Jobs, intents, marks and runs in a state file")
struct RunStateTests {
  let folder = try? StateFolder()

  func state() throws -> SQLiteState { try #require(folder).open() }

  @Test("a page is recorded whole: counters, mark, cursor, event and the end of its intent (B6)")
  func wholePage() async throws {
    let state = try state()
    let run = try await state.startRun(
      FullRun(
        started: Samples.moment(1),
        lines: [
          FullRunLine(mapping: "CUSTOMER", wave: 1, recommendation: .full, reason: "one side")
        ]))
    let writes = (0..<1000).map {
      Intent.Write(
        Intent.Write.Kind.allCases[$0 % 4], source: Samples.bc($0), target: Samples.sales($0),
        sourceRead: VersionRead(number: Int64($0), modified: Samples.moment($0)),
        targetRead: $0.isMultiple(of: 2)
          ? nil : VersionRead(number: 7, modified: Samples.moment(1), lastOwn: Int64($0)),
        keepsTarget: $0.isMultiple(of: 5), keepsSource: $0.isMultiple(of: 3),
        agreed: $0.isMultiple(of: 11) ? AgreedFields(bytes: [UInt8($0 % 250), 7]) : nil,
        fields: $0.isMultiple(of: 7) ? "näme, city" : "")
    }
    let intent = Intent(mapping: "CUSTOMER", direction: .toSales, writes: writes)
    let other = try await state.open(Intent(mapping: "ITEM", direction: .toBC, writes: []))
    let id = try await state.open(intent)
    let stored = try await state.openIntents()
    #expect(stored.map(\.id) == [other, id])
    #expect(stored.last?.writes == writes)
    let cursor = FullRunCursor(
      run: run, after: Samples.bc(999), mark: ChangeMark("start"), isFinished: true)
    let event = HistoryEvent(
      at: Samples.moment(4), kind: .cut, mapping: "CUSTOMER", direction: .toSales,
      bcID: Samples.bc(1), salesID: Samples.sales(1), job: 1, message: "cut to 50",
      rule: "CUSTOMER.yaml:3")
    let job = try await state.page {
      $0.couplings = (0..<1000).map(Samples.coupling)
      $0.counters.inserted = 1000
      $0.mark = MarkMove(from: nil, to: ChangeMark("17"))
      $0.cursor = cursor
      $0.intent = id
      $0.events = [event]
    }.job
    #expect(try await state.openIntents().map(\.id) == [other])
    #expect(try await state.mark("CUSTOMER", .toSales) == ChangeMark("17"))
    #expect(try await state.counters(job)?.inserted == 1000)
    #expect(try await state.runs(limit: 1).first?.lines.first?.cursors == [.toSales: cursor])
    #expect(try await state.history(.sales, Samples.sales(1), limit: 9) == [event])
    try await state.close(other)
    #expect(try await state.openIntents().isEmpty)
  }

  @Test("a page of an unknown job leaves nothing behind")
  func unknownJob() async throws {
    let state = try state()
    await #expect(throws: StoreFailure.unknown("there is no job 99")) {
      try await state.record(
        Samples.page(99) {
          $0.couplings = [Samples.coupling(1)]
          $0.mark = MarkMove(from: nil, to: ChangeMark("1"))
        })
    }
    #expect(try await state.count(Samples.customers) == 0)
    #expect(try await state.mark("CUSTOMER", .toSales) == nil)
  }

  @Test("jobs come newest first, as they were")
  func jobs() async throws {
    let state = try state()
    var job = Job(
      mapping: "ITEM", direction: .toBC, kind: .uncoupling, trigger: .fullSynchronization,
      started: Samples.moment(1))
    job.counters.unchanged = 4
    job.id = try await state.startJob(job)
    try await state.finishJob(job.id, at: Samples.moment(3), message: "done")
    job.finished = Samples.moment(3)
    job.message = "done"
    let later = try await state.startJob(Samples.job())
    #expect(try await state.jobs(JobQuery()).map(\.id) == [later, job.id])
    #expect(try await state.jobs(JobQuery(limit: 1)).map(\.id) == [later])
    for query in [
      JobQuery(mapping: "ITEM"), JobQuery(direction: .toBC), JobQuery(kind: .uncoupling),
      JobQuery(id: job.id),
    ] { #expect(try await state.jobs(query) == [job]) }
    await #expect(throws: StoreFailure.self) {
      try await state.finishJob(77, at: Samples.moment(1), message: nil)
    }
  }

  @Test("marks are set and cleared for each direction")
  func marks() async throws {
    let state = try state()
    try await state.setMark(ChangeMark("a"), "CUSTOMER", .toSales)
    try await state.setMark(ChangeMark("b"), "CUSTOMER", .toSales)
    #expect(try await state.mark("CUSTOMER", .toSales) == ChangeMark("b"))
    #expect(try await state.mark("CUSTOMER", .toBC) == nil)
    try await state.setMark(nil, "CUSTOMER", .toSales)
    #expect(try await state.mark("CUSTOMER", .toSales) == nil)
  }

  @Test("lines keep their order, and cursors that a saved line does not name")
  func lines() async throws {
    let state = try state()
    var line = FullRunLine(
      mapping: "CUSTOMER", wave: 2, recommendation: .couple, reason: "both sides filled")
    line.cursors[.toBC] = FullRunCursor(run: 0, mark: ChangeMark("m"))
    let first = FullRunLine(mapping: "ZONE", wave: 1, recommendation: .nothing, reason: "empty")
    let id = try await state.startRun(
      FullRun(started: Samples.moment(1), lines: [first, line]))
    line.cursors = [:]
    line.status = .running
    line.bcCount = 10
    line.salesCount = 11
    line.done = 5
    line.failed = 1
    line.held = 2
    line.started = Samples.moment(2)
    try await state.saveLine(line, of: id)
    line.cursors[.toBC] = FullRunCursor(run: id, mark: ChangeMark("m"))
    try await state.finishRun(id, at: Samples.moment(9))
    let run = FullRun(
      id: id, started: Samples.moment(1), finished: Samples.moment(9), lines: [first, line])
    #expect(try await state.runs(limit: 5) == [run])
    await #expect(throws: StoreFailure.self) { try await state.saveLine(first, of: 77) }
  }

  @Test("schedules are kept, and of running numbers the greatest")
  func schedulesAndNumbers() async throws {
    let state = try state()
    #expect(try await state.schedule("CUSTOMER") == nil)
    let schedule = ScheduleState(
      mapping: "CUSTOMER", due: Samples.moment(30), isAsleep: true, pause: 60)
    try await state.saveSchedule(schedule)
    #expect(try await state.schedule("CUSTOMER") == schedule)
    #expect(try await state.lastNumber("price") == 0)
    try await state.noteNumber(7, "price")
    try await state.noteNumber(5, "price")
    #expect(try await state.lastNumber("price") == 7)
    #expect(try await state.lastNumber("unit") == 0)
  }
}
