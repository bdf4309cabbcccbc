import MapRuntime

/// A scenario that is being run. What it can do is in extensions.
struct ScenarioRun<World: ScenarioWorld> {
  let scenario: Scenario
  let world: World
  var names = ScenarioNames()

  init(_ scenario: Scenario, _ world: World) {
    self.scenario = scenario
    self.world = world
  }

  /// Makes what is given; the difference where a system refuses it.
  mutating func prepare() async -> ScenarioDifference? {
    var place = "given"
    do throws(ScenarioProblem) {
      try await world.state(stated(scenario.given))
      for coupling in scenario.coupled {
        place = "given.coupled.\(coupling.mapping).\(coupling.bc)"
        try await world.assume(
          mapping: coupling.mapping, bc: address(coupling.bc), sales: address(coupling.sales),
          isInStep: coupling.isInStep, isSkipped: coupling.isSkipped ?? false)
      }
    } catch {
      return ScenarioDifference(at: place, expected: "done", found: error.sentence)
    }
    return nil
  }

  /// What records hold, all of them known by name: those that refer to others do, whatever the order.
  mutating func stated(
    _ records: [ScenarioRecord]
  ) throws(ScenarioProblem) -> [StatedValues] {
    var addresses: [RecordAddress] = []
    for record in records {
      let address = RecordAddress(
        side: record.side, table: record.table, id: names.nextID(at: scenario.now))
      names.add(record.name, address)
      addresses.append(address)
    }
    var stated: [StatedValues] = []
    for (record, address) in zip(records, addresses) {
      stated.append(StatedValues(address, try values(of: record.fields)))
    }
    return stated
  }

  func values(of fields: [ScenarioField]) throws(ScenarioProblem) -> [FieldValue] {
    var values: [FieldValue] = []
    for field in fields { values.append(FieldValue(field.field.name, try value(of: field))) }
    return values
  }

  /// The value of a field, a record by its name among them.
  private func value(of field: ScenarioField) throws(ScenarioProblem) -> Value {
    switch field.value {
    case .value(let value): return value
    case .record(let name):
      let record = try address(name)
      if case .guid = field.field.type { return .guid(record.id) }
      return .lookup(Lookup(table: record.table, id: record.id))
    }
  }

  /// A record by its name; the reader has made sure that there is one.
  func address(_ name: String) throws(ScenarioProblem) -> RecordAddress {
    guard let address = names[name] else {
      throw ScenarioProblem("there is no record '\(name)'")
    }
    return address
  }

  func addresses(_ names: [String]) throws(ScenarioProblem) -> [RecordAddress] {
    var addresses: [RecordAddress] = []
    for name in names { addresses.append(try address(name)) }
    return addresses
  }

  /// Nil stays nil: all records.
  func addresses(_ names: [String]?) throws(ScenarioProblem) -> [RecordAddress]? {
    guard let names else { return nil }
    return try addresses(names)
  }
}
