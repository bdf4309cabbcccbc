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
      try await world.state(stated(scenario.given, makesOptions: true))
      for coupling in scenario.coupled {
        place = "given.coupled.\(coupling.mapping).\(coupling.bc)"
        try await nameOption(coupling.sales, makes: true)
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
  ///
  /// - Parameter makesOptions: Whether an option that nobody made yet is part of what is stated.
  mutating func stated(
    _ records: [ScenarioRecord], makesOptions: Bool = false
  ) async throws(ScenarioProblem) -> [StatedValues] {
    var addresses: [RecordAddress] = []
    for record in records {
      let address = RecordAddress(
        side: record.side, table: record.table, id: names.nextID(at: scenario.now))
      names.add(record.name, address)
      addresses.append(address)
    }
    var stated: [StatedValues] = []
    for (record, address) in zip(records, addresses) {
      stated.append(
        StatedValues(
          address, try await values(of: record.fields, address, makesOptions: makesOptions)))
    }
    return stated
  }

  func values(
    of fields: [ScenarioField], _ record: RecordAddress, makesOptions: Bool = false
  ) async throws(ScenarioProblem) -> [FieldValue] {
    var values: [FieldValue] = []
    for field in fields {
      let value = try await value(of: field, record, makesOptions)
      values.append(FieldValue(field.field.name, value))
    }
    return values
  }

  /// The value of a field, a record by its name and an option by its label among them.
  private func value(
    of field: ScenarioField, _ record: RecordAddress, _ makesOptions: Bool
  ) async throws(ScenarioProblem) -> Value {
    switch field.value {
    case .value(let value): return value
    case .label(let label):
      return .option(
        try await option(label, field.field, in: record.table, record.side, makes: makesOptions))
    case .record(let name):
      let record = try address(name)
      if case .guid = field.field.type { return .guid(record.id) }
      return .lookup(Lookup(table: record.table, id: record.id))
    }
  }

  /// The option of an open field with a label, which somebody made.
  private func option(
    _ label: String, _ field: FieldDescription, in table: String, _ side: Side, makes: Bool
  ) async throws(ScenarioProblem) -> OptionValue {
    let made = try await world.options(of: field, in: table, side)
    if let option = made.first(where: { $0.title == label }) { return OptionValue(option.value) }
    if makes {
      return try await world.makeOption(label, of: field, in: table, side)
    }
    let names = (field.options + made).map { "'\($0.title)'" }.joined(separator: ", ")
    throw ScenarioProblem(
      "\(table): '\(field.name)' has no option '\(label)' by now; it has \(names)")
  }

  /// An option that a coupling names by its label is a record from here on.
  mutating func nameOption(
    _ name: String, makes: Bool = false
  ) async throws(ScenarioProblem) {
    guard names[name] == nil, let coupled = scenario.options[name] else { return }
    let described = coupled.field.options.first {
      $0.title.lowercased() == coupled.label.lowercased()
    }
    let option =
      if let described { OptionValue(described.value) } else {
        try await option(coupled.label, coupled.field, in: coupled.table, .sales, makes: makes)
      }
    names.add(
      name, RecordAddress(side: .sales, table: coupled.records, id: Guid(option: option)))
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
