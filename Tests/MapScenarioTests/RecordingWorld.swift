import MapRuntime
import MapScenario
import MapSync
import Synchronization

/// A world without systems: it notes what it is asked, and answers as it is told.
final class RecordingWorld: ScenarioWorld {
  /// What the world says when it is asked.
  struct Answers: Sendable {
    /// Steps that are refused, by the word that they are noted with.
    var refusals: [String: String] = [:]
    var values: [String: Value] = [:]
    /// Whether something comes of steps that make something.
    var makes = true
    var counters: JobCounters?
    var entries: [Entry] = []
    var recommendations: [String: FullRunLine.Recommendation] = [:]
  }

  private struct Noted {
    var steps: [String] = []
    var records: [RecordAddress] = []
    var seconds = 0
    var couplings: [Coupling] = []
    var options: [FieldDescription.Option] = []
  }

  private let answers: Answers
  private let noted = Mutex(Noted())

  init(_ answers: Answers = Answers()) { self.answers = answers }

  /// What it was asked, in order.
  var steps: [String] { noted.withLock { $0.steps } }
  /// How far the clock was moved.
  var seconds: Int { noted.withLock { $0.seconds } }

  private func note(_ word: String, _ more: String = "") throws(ScenarioProblem) {
    noted.withLock { $0.steps.append(more.isEmpty ? word : "\(word) \(more)") }
    if let sentence = answers.refusals[word] { throw ScenarioProblem(sentence) }
  }

  /// Records by their table and their place among those that were created.
  private func name(_ record: RecordAddress) -> String {
    noted.withLock { noted in
      let place = noted.records.firstIndex { $0.id == record.id }.map { "\($0 + 1)" } ?? "?"
      return "\(record.table) \(place)"
    }
  }

  /// A record that comes of a step.
  private func make(_ table: String, _ side: Side) -> RecordAddress {
    noted.withLock { noted in
      let record = RecordAddress(
        side: side, table: table,
        id: Guid(timeOrdered: 0, random: 1, UInt64(noted.records.count)))
      noted.records.append(record)
      return record
    }
  }

  private func names(_ records: [RecordAddress]?) -> String {
    records.map { $0.map(name).joined(separator: ", ") } ?? "all"
  }
}

extension RecordingWorld {
  func state(_ records: [StatedValues]) async throws(ScenarioProblem) {
    try await create(records)
  }

  func create(_ records: [StatedValues]) async throws(ScenarioProblem) {
    noted.withLock { $0.records += records.map(\.record) }
    for stated in records {
      let fields = stated.values.map { "\($0.field)=\(shown($0.value))" }
      try note("create", "\(name(stated.record)) \(fields.sorted().joined(separator: " "))")
    }
  }

  /// A lookup by the record that it names.
  private func shown(_ value: Value) -> String {
    guard case .lookup(let lookup) = value else { return value.description }
    return name(RecordAddress(side: .sales, table: lookup.table, id: lookup.id))
  }

  func change(
    _ record: RecordAddress, _ values: [FieldValue], by author: ScenarioAuthor
  ) async throws(ScenarioProblem) {
    let fields = values.map { "\($0.field)=\($0.value)" }.sorted().joined(separator: " ")
    try note("change", "\(name(record)) \(fields) by \(author)")
  }

  func delete(_ record: RecordAddress) async throws(ScenarioProblem) {
    try note("delete", name(record))
  }

  func options(
    of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> [FieldDescription.Option] {
    noted.withLock { $0.options }
  }

  func makeOption(
    _ label: String, of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> OptionValue {
    try note("make-option", "\(table).\(field.name) \(label)")
    return noted.withLock { noted in
      let option = FieldDescription.Option(label, Int32(100 + noted.options.count))
      noted.options.append(option)
      return OptionValue(option.value)
    }
  }

  func advance(seconds: Int) async throws(ScenarioProblem) {
    noted.withLock { $0.seconds += seconds }
  }

  func enter(company: String) async throws(ScenarioProblem) { try note("company", company) }

  func refuse(
    _ record: RecordAddress, with message: String, times: Int
  ) async throws(ScenarioProblem) {
    try note("fail", "\(name(record)) \(message) \(times)")
  }
}

extension RecordingWorld {
  func assume(
    mapping: String, bc: RecordAddress, sales: RecordAddress, isInStep: Bool, isSkipped: Bool
  ) async throws(ScenarioProblem) {
    try note(
      "assume", "\(mapping) \(name(bc)) \(name(sales)) in-step \(isInStep) skipped \(isSkipped)")
  }

  func synchronize(_ mappings: MappingChoice) async throws(ScenarioProblem) {
    try note("synchronize", "\(mappings)")
  }

  func synchronizeNow(
    mapping: String, _ records: [RecordAddress], _ direction: SynchronizeDirection
  ) async throws(ScenarioProblem) {
    try note("synchronize-now", "\(mapping) \(names(records)) \(direction)")
  }

  func fullSynchronization(_ mappings: MappingChoice) async throws(ScenarioProblem) {
    try note("full", "\(mappings)")
  }

  func couple(
    mapping: String, bc: RecordAddress, sales: RecordAddress
  ) async throws(ScenarioProblem) {
    try note("couple", "\(mapping) \(name(bc)) \(name(sales))")
  }

  func createAndCouple(
    mapping: String, _ records: [RecordAddress]
  ) async throws(ScenarioProblem) {
    try note("create-and-couple", "\(mapping) \(names(records))")
    guard answers.makes else { return }
    for record in records {
      let partner = make("partner", record.side.other)
      let (bc, sales) = record.side == .bc ? (record, partner) : (partner, record)
      noted.withLock {
        $0.couplings.append(Coupling(bcID: bc.id, salesID: sales.id, bcKey: ""))
      }
    }
  }

  func match(mapping: String) async throws(ScenarioProblem) { try note("match", mapping) }

  func uncouple(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem) {
    try note("uncouple", "\(mapping) \(names(records))")
  }

  func findDeleted(mapping: String) async throws(ScenarioProblem) {
    try note("find-deleted", mapping)
  }

  func restore(mapping: String, _ records: [RecordAddress]) async throws(ScenarioProblem) {
    try note("restore", "\(mapping) \(names(records))")
  }

  func deletePartner(mapping: String, _ records: [RecordAddress]) async throws(ScenarioProblem) {
    try note("delete-partner", "\(mapping) \(names(records))")
  }

  func review() async throws(ScenarioProblem) { try note("review") }

  func runJobs() async throws(ScenarioProblem) { try note("run-jobs") }

  func retry(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem) {
    try note("retry", "\(mapping) \(names(records))")
  }
}

extension RecordingWorld {
  func createOrders(_ orders: [RecordAddress]) async throws(ScenarioProblem) {
    try note("create-orders", names(orders))
  }

  func processQuotes(_ quotes: [RecordAddress]) async throws(ScenarioProblem) {
    try note("process-quotes", names(quotes))
  }

  func perform(
    _ step: DocumentStep, on document: RecordAddress
  ) async throws(ScenarioProblem) -> RecordAddress? {
    try note(String("\(step)".prefix { $0.isLetter }), name(document))
    let made = step.tables.first { $0.name == document.table }?.made
    guard let made, answers.makes else { return nil }
    return make(made, document.side)
  }

  func note(_ record: RecordAddress, text: String) async throws(ScenarioProblem) {
    try note("note", "\(name(record)) \(text)")
  }

  func sendInvoices() async throws(ScenarioProblem) { try note("send-invoices") }

  func updateInvoiceStatus() async throws(ScenarioProblem) { try note("update-invoice-status") }

  func updateStatistics(_ accounts: [RecordAddress]?) async throws(ScenarioProblem) {
    try note("update-statistics", names(accounts))
  }
}

extension RecordingWorld {
  func values(
    of record: RecordAddress, _ fields: [String]
  ) async throws(ScenarioProblem) -> [Value]? {
    noted.withLock { $0.records.contains(record) }
      ? fields.map { answers.values[$0] ?? .empty } : nil
  }

  func ids(_ side: Side, _ table: String) async throws(ScenarioProblem) -> [Guid] {
    noted.withLock { $0.records.filter { $0.side == side && $0.table == table }.map(\.id) }
  }

  /// Of records that `create-and-couple` was about, with what came of it.
  func couplings(mapping: String) async throws(ScenarioProblem) -> [Coupling] {
    noted.withLock { $0.couplings }
  }

  func lastJob(
    mapping: String, _ direction: Direction, _ kind: Job.Kind
  ) async throws(ScenarioProblem) -> JobCounters? { answers.counters }

  func entries() async throws(ScenarioProblem) -> [Entry] { answers.entries }

  func recommendations() async throws(ScenarioProblem) -> [String: FullRunLine.Recommendation] {
    answers.recommendations
  }
}
