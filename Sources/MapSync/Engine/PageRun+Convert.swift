import MapRuntime

/// Conversion and comparison, a record at a time, without a question to a store.
extension PageRun {
  mutating func convert() async throws(StoreFailure) {
    converted = Array(repeating: nil, count: rows.count)
    changes = Array(repeating: FieldSet(), count: rows.count)
    let busy = rows.indices.filter { rows[$0].fate == .create || rows[$0].fate == .update }
    guard !busy.isEmpty else { return }
    var keys: [ReferenceKey] = []
    keys.reserveCapacity(busy.count * run.slots.count)
    for place in busy { Way.references(of: records[place].record, to: &keys) }
    try await run.follower.follow(&keys)
    if run.mode.writes { try await synchronizeReferences(keys) }
    var references = try await run.resolver.resolve(keys)
    try await keepLaters(busy, &references)
    let numbers = try await keyNumbers(busy)
    let related =
      run.related.isNeeded
      ? try await run.related.find(busy.map { records[$0].record }) : RelatedPage()
    for (turn, place) in busy.enumerated() {
      if let failure = related.failure(of: turn) {
        fail(place, failure, rule: nil)
        continue
      }
      let first = turn * run.slots.count
      convert(
        place, references[first..<first + run.slots.count], keys[first..<first + run.slots.count],
        related.records(of: turn), number: numbers[place] ?? 1)
    }
    cuts = Dictionary(grouping: cutting.taken(), by: \.place)
    try await applyRules()
    for place in busy where rows[place].fate == .update { compare(place) }
  }

  private mutating func convert(
    _ place: Int, _ references: ArraySlice<ResolvedReference>, _ keys: ArraySlice<ReferenceKey>,
    _ related: Way.Related, number: Int
  ) {
    let isNew = rows[place].fate == .create
    let stored = stored(place)
    let source = records[place].record
    do throws(RecordRefusal) {
      var result = try Way.convert(
        source, onto: stored,
        ConversionRow(
          run: run.values, references: references, related: related, isNew: isNew,
          number: number, usesTemplates: run.policy.templates == nil, cuts: cutting, place: place))
      if isNew, let templates = run.policy.templates {
        result = applied(templates, to: result, from: source)
      }
      noteLaters(place, references, keys)
      converted[place] = result
    } catch {
      refuse(place, error, keys)
    }
  }

  /// What is there of a row's target; of a new one what the system fills in.
  func stored(_ place: Int) -> Way.Target {
    rows[place].target.map { targets[$0].record } ?? run.columns.fresh
  }

  /// Compares what came out with what is there, and settles a conflict.
  private mutating func compare(_ place: Int) {
    guard let result = converted[place] else { return }
    let stored = stored(place)
    converted[place] = nil
    let changed = result.changes(from: stored).intersection(run.columns.updatable)
    if rows[place].isBothChanged, run.mode.checksConflicts, run.policy.directions.count > 1 {
      let conflict = changed.intersection(run.columns.twoWay)
      if !conflict.isEmpty && !wins(place, conflict) { return }
    }
    changes[place] = changed
    if changed.isEmpty && !run.mode.writesEqual && !rows[place].isMatched {
      rows[place].fate = .unchanged
    } else {
      converted[place] = result
    }
  }

  /// Whether this direction goes on although the other side changed too (R D-25 to D-29).
  private mutating func wins(_ place: Int, _ conflict: FieldSet) -> Bool {
    switch (run.policy.updateConflict, Way.direction) {
    case (.bcWins, .toSales), (.salesWins, .toBC): return true
    case (.bcWins, .toBC), (.salesWins, .toSales): rows[place].fate = .skipped
    case (.refuse, _):
      let names = conflict.columns.map { "'\(Way.Target.table.columns[$0].name)'" }
      fail(
        place,
        "changed on both sides: \(names.joined(separator: ", ")); choose a side, or say "
          + "'conflict: { update: bc-wins }' or 'sales-wins' in the mapping", rule: nil)
    }
    return false
  }

  private func applied(
    _ templates: [TemplatePolicy], to target: Way.Target, from source: Way.Source
  ) -> Way.Target {
    let values = RecordValues(of: source)
    let template = templates.first {
      $0.to == Way.direction.target && $0.when.holds(values, in: Way.Source.table)
    }
    guard let template else { return target }
    var row = RecordValues(of: target)
    for assignment in template.set {
      if let column = Way.Target.table.column(assignment.field) {
        row[column] = assignment.value
      }
    }
    return Way.Target(reading: row)
  }

  /// Running numbers for generated keys (R C-38).
  private func keyNumbers(_ busy: [Int]) async throws(StoreFailure) -> [Int: Int] {
    guard run.mode.writes, Way.Mapping.generatesKeys(Way.direction) else { return [:] }
    var numbers: [Int: Int] = [:]
    for place in busy where rows[place].fate == .create {
      numbers[place] = try await run.integration.state.nextNumber(run.mapping.name)
    }
    return numbers
  }
}
