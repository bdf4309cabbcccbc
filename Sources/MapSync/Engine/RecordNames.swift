import MapRuntime

/// What records of one table are called, which other records refer to.
package struct RecordNames: Sendable {
  /// One that has none of the fields filled that name a record is not among them.
  package private(set) var names: [Guid: String] = [:]
  /// What else was asked of those that are there.
  package private(set) var other: [Guid: Value] = [:]
  /// Those that are not there any more.
  package private(set) var gone: Set<Guid> = []

  /// - Parameter field: One more field to read.
  package init(
    _ integration: Integration, _ side: Side, _ table: String, ids: Set<Guid>,
    and field: String? = nil
  ) async throws(StoreFailure) {
    guard !ids.isEmpty else { return }
    guard let description = integration.table(side, table) else {
      try await nameOptions(integration, table, ids)
      return
    }
    let named = side == .bc ? description.key : RecordName.ownFields(of: description)
    let fields = named + [field].compactMap { $0 }
    guard !fields.isEmpty else { return }
    gone = ids
    for row in try await integration.store(side).rows(of: table, fields, ids: ids.sorted()) {
      gone.remove(row.id)
      let values = Dictionary(zip(named, row.values)) { first, _ in first }
      names[row.id] = RecordName.of(values, description)
      if field != nil { other[row.id] = row.values.last }
    }
  }

  /// Options are known by their labels.
  private mutating func nameOptions(
    _ integration: Integration, _ table: String, _ ids: Set<Guid>
  ) async throws(StoreFailure) {
    let mapping = integration.mappings.first {
      $0.pair.sales == table && $0.policy.option != nil
    }
    guard let mapping else { return }
    gone = ids
    let found = try await RecordInspection(integration).facts(mapping, .sales, ids: ids.sorted())
    for facts in found {
      gone.remove(facts.id)
      names[facts.id] = facts.name
    }
  }
}

/// What the Sales records are called that values refer to, of any table.
package struct ReferredNames: Sendable {
  package private(set) var names: [Lookup: String] = [:]
  /// Those that are not there any more.
  package private(set) var gone: Set<Lookup> = []

  /// Of none.
  package init() {}

  package init(
    _ lookups: Set<Lookup>, _ integration: Integration
  ) async throws(StoreFailure) {
    for table in Set(lookups.map(\.table)).sorted() {
      let ids = Set(lookups.filter { $0.table == table }.map(\.id))
      let found = try await RecordNames(integration, .sales, table, ids: ids)
      for (id, name) in found.names { note(name, of: Lookup(table: table, id: id)) }
      for id in found.gone { note(nil, of: Lookup(table: table, id: id)) }
    }
  }

  /// Without what is said to be gone of tables in which records may be about to be made.
  package func besides(_ tables: Set<String>) -> ReferredNames {
    var names = self
    names.gone = gone.filter { !tables.contains($0.table) }
    return names
  }

  /// - Parameter name: Nil for a record that is gone.
  package mutating func note(_ name: String?, of lookup: Lookup) {
    names[lookup] = name
    if name == nil { gone.insert(lookup) }
  }

  /// As people read it: the record's name, or in words that it is gone; nil where it has none.
  package func shown(_ lookup: Lookup) -> String? {
    gone.contains(lookup) ? "a record of \(lookup.table) that is gone" : names[lookup]
  }
}
