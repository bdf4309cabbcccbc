import MapRuntime
import MapSync
import Testing

/// Records and pages of the tests.
enum Samples {
  static let customers = TablePair(bc: "Customer", sales: "account")
  static let people = TablePair(bc: "Salesperson/Purchaser", sales: "systemuser")

  static func bc(_ number: Int) -> Guid { Guid(high: 1, low: UInt64(number)) }
  static func sales(_ number: Int) -> Guid { Guid(high: 2, low: UInt64(number)) }
  static func moment(_ seconds: Int) -> DateTimeValue {
    DateTimeValue(milliseconds: Int64(seconds) * 1000)
  }

  static func coupling(_ number: Int) -> Coupling {
    Coupling(bcID: bc(number), salesID: sales(number), bcKey: "C\(number)")
  }

  static func job(
    _ mapping: String = "CUSTOMER", _ direction: Direction = .toSales, at seconds: Int = 1
  ) -> Job {
    Job(mapping: mapping, direction: direction, trigger: .scheduled, started: moment(seconds))
  }

  static func page(
    _ job: JobID, _ direction: Direction = .toSales, at seconds: Int = 2,
    pair: TablePair = customers, mapping: String = "CUSTOMER",
    _ change: (inout PageOutcome) -> Void
  ) -> PageOutcome {
    var page = PageOutcome(
      job: job, mapping: mapping, pair: pair, direction: direction, at: moment(seconds))
    change(&page)
    return page
  }

  static func entry(
    _ kind: Entry.Kind, _ number: Int, _ direction: Direction = .toSales,
    message: String = "the name is empty", missing: Entry.Missing? = nil, at seconds: Int = 2
  ) -> Entry {
    Entry(
      mapping: "CUSTOMER", direction: direction, kind: kind,
      sourceID: direction == .toSales ? bc(number) : sales(number), sourceName: "C\(number)",
      message: message, missing: missing, at: moment(seconds))
  }
}

extension StateStore {
  /// Starts a job of its own, and records a page of it.
  @discardableResult
  func page(
    _ direction: Direction = .toSales, at seconds: Int = 2,
    pair: TablePair = Samples.customers, _ change: (inout PageOutcome) -> Void
  ) async throws -> (job: JobID, refused: [RefusedCoupling]) {
    let job = try await startJob(Samples.job("CUSTOMER", direction, at: seconds))
    let page = Samples.page(job, direction, at: seconds, pair: pair, change)
    return (job, try await record(page).refused)
  }

  /// The coupling of a number as the state has it.
  func stored(_ number: Int) async throws -> Coupling {
    try #require(try await couplings(Samples.customers, .bc, ids: [Samples.bc(number)])[0])
  }

  func counters(_ job: JobID) async throws -> JobCounters? {
    try await jobs(JobQuery(id: job)).first?.counters
  }
}
