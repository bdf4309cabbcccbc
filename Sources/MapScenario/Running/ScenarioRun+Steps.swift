import MapRuntime

extension ScenarioRun {
  /// Does one step, a second after the one before; the difference where it did not go as it says.
  mutating func step(_ place: Int) async -> ScenarioDifference? {
    let step = scenario.steps[place]
    let at = "when[\(place)]"
    do throws(ScenarioProblem) {
      try await world.advance(seconds: 1)
      try await perform(step.action)
    } catch {
      guard let fails = step.fails else {
        return ScenarioDifference(at: at, expected: "done", found: error.sentence)
      }
      return error.sentence.contains(fails)
        ? nil : ScenarioDifference(at: at, expected: "… \(fails) …", found: error.sentence)
    }
    return step.fails.map {
      ScenarioDifference(at: at, expected: "… \($0) …", found: "done")
    }
  }

  private mutating func perform(_ action: ScenarioAction) async throws(ScenarioProblem) {
    switch action {
    case .create(let records): try await create(records)
    case .change(let record, let set, let author):
      var values: [FieldValue] = []
      for field in set {
        values.append(FieldValue(field.field.name, try value(of: field.value)))
      }
      try await world.change(address(record), values, by: author)
    case .delete(let record): try await world.delete(address(record))
    case .advance(let seconds): try await world.advance(seconds: seconds)
    case .company(let name): try await world.enter(company: name)
    case .fail(let record, let message, let times):
      try await world.refuse(address(record), with: message, times: times)
    default:
      if try await !synchronize(action) { try await document(action) }
    }
  }

  /// Whether the action was one of the engine's own.
  private func synchronize(_ action: ScenarioAction) async throws(ScenarioProblem) -> Bool {
    switch action {
    case .synchronize(let mappings): try await world.synchronize(mappings)
    case .synchronizeNow(let mapping, let records, let direction):
      try await world.synchronizeNow(mapping: mapping, addresses(records), direction)
    case .fullSynchronization(let mappings): try await world.fullSynchronization(mappings)
    case .couple(let mapping, let bc, let sales):
      try await world.couple(mapping: mapping, bc: address(bc), sales: address(sales))
    case .createAndCouple(let mapping, let records):
      try await world.createAndCouple(mapping: mapping, addresses(records))
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
    case .post(let order, let steps, let quantities):
      try await world.post(address(order), steps, quantities: quantities)
    case .reopen(let document): try await world.reopen(address(document))
    case .archive(let document): try await world.archive(address(document))
    case .pay(let order, let amount): try await world.pay(address(order), amount: amount)
    case .unapply(let order): try await world.unapply(address(order))
    case .cancelInvoice(let order): try await world.cancelInvoice(address(order))
    case .correctInvoice(let order): try await world.correctInvoice(address(order))
    case .note(let record, let text): try await world.note(address(record), text: text)
    case .sendInvoices: try await world.sendInvoices()
    case .updateInvoiceStatus: try await world.updateInvoiceStatus()
    case .updateStatistics(let accounts): try await world.updateStatistics(addresses(accounts))
    default: break
    }
  }
}
