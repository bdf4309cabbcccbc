import MapRuntime

/// The records of a scenario by name, both ways.
struct ScenarioNames: Sendable {
  private var addresses: [String: RecordAddress] = [:]
  private var names: [Guid: String] = [:]
  private var count: UInt64 = 0

  subscript(_ name: String) -> RecordAddress? { addresses[name] }

  /// What a scenario calls a record; its id where it has no name.
  func name(of id: Guid) -> String { names[id] ?? id.description }

  func isKnown(_ id: Guid) -> Bool { names[id] != nil }

  /// A new id, the same one in every run of the scenario.
  mutating func nextID(at moment: DateTimeValue) -> Guid {
    count += 1
    return Guid(timeOrdered: moment.milliseconds, random: 0, count)
  }

  mutating func add(_ name: String?, _ address: RecordAddress) {
    if let name { addresses[name] = address }
    names[address.id] = name ?? address.id.description
  }

  /// As a scenario would say it: an id that it wants to be a record's by the name of that.
  func shown(_ value: Value, as expected: ScenarioValue) -> ScenarioValue {
    switch (value, expected) {
    case (.lookup(let lookup), _): names[lookup.id].map(ScenarioValue.record) ?? .value(value)
    case (.guid(let id), .record): names[id].map(ScenarioValue.record) ?? .value(value)
    default: .value(value)
    }
  }
}
