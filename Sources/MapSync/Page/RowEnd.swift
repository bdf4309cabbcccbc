import MapRuntime

/// What a row comes to, for its job and its coupling: asked by the run that records it, and by whoever
/// foretells that run (B7).
extension PageRow {
  /// What is counted for the record (R D-6), but for its texts that were cut.
  var counters: JobCounters {
    var counters = JobCounters()
    if isMatched { counters.coupled = 1 }
    switch fate {
    case .ignored: break
    // Nothing of it was written, and what it called for was done: a quote that was won is released.
    case .unchanged where story != nil: counters.modified = 1
    case .unchanged: counters.unchanged = 1
    case .skipped: counters.skipped = 1
    case .create where predecessor != nil: counters.modified = 1
    case .create: counters.inserted = 1
    case .update:
      counters.modified = 1
      // A part of it went over, and a part is in conflict.
      if isDisputed { counters.failed = 1 }
    case .failed: counters.failed = 1
    case .held: counters.held = 1
    case .uncouple: counters.uncoupled = 1
    case .delete: counters.deleted = 1
    }
    return counters
  }

  /// Whether the record fails as it did before, so that it rests (R D-36).
  var comesToRest: Bool {
    guard let entry, entry.kind == .failed, let earlier else { return false }
    return earlier.kind.isRepeated(earlier.message, earlier.job, by: entry)
  }

  /// A conflict at rest that is still one, or a record that cannot be told to have none, rests on.
  func restOn(_ run: DirectionRun<Way>) {
    guard isConflictAtRest, !run.mode.overridesRest,
      conflict != nil || fate == .failed || fate == .held
    else { return }
    isConflictAtRest = false
    fate = .skipped
    result = nil
    conflict = nil
    entry = nil
    laters = []
    isDisputed = false
  }

  /// A record that waits for another one may be in conflict as well, which is what stays to be told of
  /// it: who waits goes through by itself, and a conflict does not. Whether one that has changed since
  /// is one still, only the other direction can tell.
  func keepConflict(_ run: DirectionRun<Way>) {
    guard isBothChanged, let told = earlier?.conflict, let target else { return }
    let names = Set(told.fields.flatMap { $0.bc.fields })
    let now = RecordConflict(self, target, run, of: names)
    if run.mode.checksConflicts && now.fields == told.fields {
      fate = .failed
      entry = nil
      conflict = told
      disputed = Way.Mapping.comparedFields.reduce(into: FieldSet()) { found, field in
        let columns = field.columns(.bc).columns
        guard columns.contains(where: { names.contains(run.mapping.table(.bc).columns[$0].name) })
        else { return }
        found = found.union(field.columns(Way.direction.target))
      }
    } else {
      self.told = entry
      entry = nil
      if run.mode.checksConflicts { otherWay = .open }
    }
  }

  /// Notes in its coupling that its target was written.
  func wrote(_ version: RecordVersion, _ run: DirectionRun<Way>) {
    guard var coupling else { return }
    coupling.agreed = agreed
    guard !isDisputed else {
      coupling[Way.direction] = .failure
      self.coupling = coupling
      return
    }
    coupling.note(source.version, Way.direction.source)
    // What a person changed over there is still to be taken back (R D-30), unless a person chose.
    if otherWay != .returns && (!isBothChanged || !run.mode.checksConflicts) {
      coupling.note(version, Way.direction.target)
    }
    coupling[Way.direction] = .success
    endOtherWay(&coupling)
    coupling.effects.note(run.effects, Way.direction)
    self.coupling = coupling
  }

  /// Its coupling as it is stored; nil where it stays as it is.
  func kept(_ run: DirectionRun<Way>) -> Coupling? {
    guard var coupling else { return nil }
    switch fate {
    case .create: return coupling
    case .update:
      if endsRest(run) && !isDisputed { coupling.isSkipped = false }
      refreshKey(&coupling)
    case .unchanged:
      guard
        coupling.version(Way.direction.source) != source.version.number
          || writtenSource != nil || isTargetNoted || coupling[Way.direction] != .success
          || !isKnown(run)
          || keepsOtherEffects(run)
          || coupling.isSkipped && endsRest(run)
      else { return nil }
      // Looked at and equal. What the other side changed besides is still to be taken back.
      if let agreement = run.agreement { coupling.agreed = agreement.looked(self) }
      coupling.note(writtenSource ?? source.version, Way.direction.source)
      let isTargetKnown = isBothChanged || coupling.version(Way.direction.target) != nil
      if let target, otherWay == .done || !isTargetKnown {
        coupling.note(target.version, Way.direction.target)
      }
      endOtherWay(&coupling)
      if endsRest(run) { coupling.isSkipped = false }
      refreshKey(&coupling)
      coupling[Way.direction] = .success
      if target != nil { coupling.effects.note(run.effects, Way.direction) }
    case .failed: coupling[Way.direction] = .failure
    // That they found each other stands; nothing has moved yet.
    case .skipped where isMatched, .held where isMatched: break
    // It left the filter, and is to be looked at where it comes back.
    case .ignored where isOver && coupling.isSkipped, .skipped where isOver && coupling.isSkipped:
      coupling.isSkipped = false
    case .ignored, .skipped, .held, .uncouple, .delete: return nil
    }
    return coupling
  }

  /// Nothing is left to the other direction, whatever it came to before.
  private func endOtherWay(_ coupling: inout Coupling) {
    let back = Way.direction.reversed
    if otherWay == .done && coupling[back] == .failure { coupling[back] = .success }
  }

  /// Whether its coupling rests no more once it was looked at.
  private func endsRest(_ run: DirectionRun<Way>) -> Bool {
    run.mode.overridesRest || isConflictAtRest
  }

  /// Whether the coupling says how the two-way fields of a row that was compared stand: one that an
  /// older program made is told by the first run that looks at its records.
  private func isKnown(_ run: DirectionRun<Way>) -> Bool {
    guard let agreement = run.agreement, let coupling, target != nil, !isBothChanged else {
      return true
    }
    return agreement.isKnown(coupling)
  }

  /// Whether the coupling of a row that was compared says that its mapping did something else than it
  /// does now.
  private func keepsOtherEffects(_ run: DirectionRun<Way>) -> Bool {
    guard let coupling, target != nil else { return false }
    var effects = coupling.effects
    effects.note(run.effects, Way.direction)
    return effects != coupling.effects
  }

  /// The key by which people know the BC record, as it was when it was looked at.
  private func refreshKey(_ coupling: inout Coupling) {
    switch Way.direction {
    case .toSales: coupling.bcKey = source.record.key
    case .toBC: if let target { coupling.bcKey = target.record.key }
    }
  }
}
