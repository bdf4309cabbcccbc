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
      try await create(scenario.given)
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

  /// Creates records; what refers to a later one is written when that one is there.
  mutating func create(_ records: [ScenarioRecord]) async throws(ScenarioProblem) {
    var later: [(RecordAddress, ScenarioField)] = []
    for record in records {
      let address = RecordAddress(
        side: record.side, table: record.table, id: names.nextID(at: scenario.now))
      var values: [FieldValue] = []
      for field in record.fields {
        if let value = names.value(of: field.value) {
          values.append(FieldValue(field.field.name, value))
        } else {
          later.append((address, field))
        }
      }
      try await world.create(address, values)
      names.add(record.name, address)
    }
    for (address, field) in later {
      guard let value = names.value(of: field.value) else { continue }
      try await world.change(
        address, [FieldValue(field.field.name, value)], by: .person)
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
