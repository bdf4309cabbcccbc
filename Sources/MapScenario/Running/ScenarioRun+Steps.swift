import MapRuntime

extension ScenarioRun {
  /// Does one step, a second after the one before; the differences where it did not go as it says.
  mutating func step(_ place: Int) async -> [ScenarioDifference] {
    let step = scenario.steps[place]
    let at = "when[\(place)]"
    do throws(ScenarioProblem) {
      if case .expect(let then) = step.action {
        return try await differences(then).map { $0.within(at) }
      }
      try await world.advance(seconds: 1)
      try await perform(step.action)
    } catch {
      guard let fails = step.fails else {
        return [ScenarioDifference(at: at, expected: "done", found: error.sentence)]
      }
      return error.sentence.contains(fails)
        ? [] : [ScenarioDifference(at: at, expected: "… \(fails) …", found: error.sentence)]
    }
    guard let fails = step.fails else { return [] }
    return [ScenarioDifference(at: at, expected: "… \(fails) …", found: "done")]
  }

  private mutating func perform(_ action: ScenarioAction) async throws(ScenarioProblem) {
    switch action {
    case .create(let records): try await world.create(stated(records))
    case .change(let record, let set, let author):
      let record = try address(record)
      try await world.change(record, values(of: set, record), by: author)
    case .delete(let record): try await world.delete(address(record))
    case .advance(let seconds): try await world.advance(seconds: seconds)
    case .company(let name): try await world.enter(company: name)
    case .fail(let record, let message, let times):
      try await world.refuse(address(record), with: message, times: times)
    case .createAndCouple(let mapping, let records, let name):
      try await world.createAndCouple(mapping: mapping, addresses(records))
      if let name { try await namePartner(of: records, name, mapping) }
    case .namePartner(let mapping, let record, let name):
      try await namePartner(of: [record], name, mapping)
    case .document(let step, let document, let name):
      let made = try await world.perform(step, on: address(document))
      if let name { try call(made, name) }
    default:
      if try await !synchronize(action) { try await document(action) }
    }
  }

  /// The partner of a record gets its name.
  private mutating func namePartner(
    of records: [String], _ name: ScenarioName, _ mapping: String
  ) async throws(ScenarioProblem) {
    let couplings = try await world.couplings(mapping: mapping)
    for record in try addresses(records) {
      let partner = couplings.first { $0.id(record.side) == record.id }?.id(name.side)
      try call(partner.map { RecordAddress(side: name.side, table: name.table, id: $0) }, name)
    }
  }

  /// What came of a step gets its name.
  private mutating func call(
    _ made: RecordAddress?, _ name: ScenarioName
  ) throws(ScenarioProblem) {
    guard let made else {
      throw ScenarioProblem("nothing came of it that could be called '\(name.name)'")
    }
    names.add(name.name, made)
  }

  /// Whether the action was one of the engine's own.
  private mutating func synchronize(_ action: ScenarioAction) async throws(ScenarioProblem) -> Bool
  {
    switch action {
    case .synchronize(let mappings): try await world.synchronize(mappings)
    case .synchronizeNow(let mapping, let records, let direction):
      try await world.synchronizeNow(mapping: mapping, addresses(records), direction)
    case .fullSynchronization(let mappings): try await world.fullSynchronization(mappings)
    case .couple(let mapping, let bc, let sales):
      try await nameOption(sales)
      try await world.couple(mapping: mapping, bc: address(bc), sales: address(sales))
    case .match(let mapping): try await world.match(mapping: mapping)
    case .uncouple(let mapping, let records):
      try await world.uncouple(mapping: mapping, addresses(records))
    case .findDeleted(let mapping): try await world.findDeleted(mapping: mapping)
    case .restore(let mapping, let records):
      try await world.restore(mapping: mapping, addresses(records))
    case .deletePartner(let mapping, let records):
      try await world.deletePartner(mapping: mapping, addresses(records))
    case .review: try await world.review()
    case .runJobs: try await world.runJobs()
    case .retry(let mapping, let records):
      try await world.retry(mapping: mapping, addresses(records))
    default: return false
    }
    return true
  }

  private func document(_ action: ScenarioAction) async throws(ScenarioProblem) {
    switch action {
    case .createOrders(let orders): try await world.createOrders(addresses(orders))
    case .processQuotes(let quotes): try await world.processQuotes(addresses(quotes))
    case .note(let record, let text): try await world.note(address(record), text: text)
    case .sendInvoices: try await world.sendInvoices()
    case .updateInvoiceStatus: try await world.updateInvoiceStatus()
    case .updateStatistics(let accounts): try await world.updateStatistics(addresses(accounts))
    default: break
    }
  }
}
