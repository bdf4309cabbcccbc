import MapRuntime

extension Integration {
  /// Runs a body that alone may run a mapping's pair of tables, after what a crash left open there is
  /// settled. The integration that the body gets writes under the lease. Who holds the pair already
  /// has settled it: what is open there now is its own page's.
  ///
  /// - Throws: `busy` where somebody else holds the pair and does not give it back within
  ///   `patience`, which is longer where it is not known yet whether the holder lives; what the body
  ///   throws.
  package func holding<Value: Sendable>(
    _ mapping: BoundMapping, _ body: (Integration) async throws(StoreFailure) -> Value
  ) async throws(StoreFailure) -> Value {
    if leases.contains(where: { $0.pair == mapping.pair }) { return try await body(self) }
    return try await holding(mapping.pair, mapping.name) { integration throws(StoreFailure) in
      try await IntentSettlement(integration).settle(mapping.pair)
      try await Uncoupling(integration, mapping).releaseLeft()
      return try await body(integration)
    }
  }

  /// Runs a body that alone may do something which more than one run needs, under a pair of names
  /// that stands for it.
  ///
  /// - Parameter subject: What is held, for people.
  func holding<Value: Sendable>(
    _ pair: TablePair, _ subject: String,
    _ body: (Integration) async throws(StoreFailure) -> Value
  ) async throws(StoreFailure) -> Value {
    // A run that needs another run of its own pair has the right to it already.
    if leases.contains(where: { $0.pair == pair }) { return try await body(self) }
    let lease = try await lease(pair, subject)
    var held = self
    if leases.isEmpty && !isInside {
      held.inner = InnerJobs(inner.take())
      held.tried = TriedJobs()
    }
    held.leases.append(lease)
    held.state = state.under(lease)
    let heart = heartbeat(lease)
    do throws(StoreFailure) {
      let value = try await body(held)
      await end(lease, heart)
      return value
    } catch {
      await end(lease, heart)
      throw error
    }
  }

  /// Gives a lease back; one that cannot be given back ends by itself. The heart has stopped by then,
  /// so that nothing of it keeps a file open when the program ends.
  private func end(_ lease: Lease, _ heart: Task<Void, Never>) async {
    heart.cancel()
    await heart.value
    try? await state.release(lease)
  }

  private func lease(
    _ pair: TablePair, _ subject: String
  ) async throws(StoreFailure) -> Lease {
    let began = ContinuousClock.now
    var first: LeaseHolding?
    while true {
      let dead = await watch.dead(pair, after: standstill)
      switch try await state.take(pair, for: holder, over: dead, at: clock()) {
      case .granted(let lease):
        await watch.forget(pair)
        return lease
      case .held(let holding):
        await watch.saw(holding)
        first = first ?? holding
        // Of a holder on another machine one beat tells that it lives, and no beat that it is gone.
        let isUnclear = holding.machine != nil && holding == first && holding != dead
        let waits = ContinuousClock.now - began < patience || waitsForBeats && isUnclear
        guard waits, await Self.waited() else {
          let place = holding.machine.map { " on '\($0)'" } ?? ""
          throw .busy(
            "\(subject) is at work in \(holding.holder)\(place), since \(holding.since)")
        }
      }
    }
  }

  /// False where the task is cancelled meanwhile.
  private static func waited() async -> Bool {
    do {
      try await Task.sleep(for: .milliseconds(50))
      return true
    } catch {
      return false
    }
  }

  /// Renews a lease until it is cancelled, or somebody else has it.
  private func heartbeat(_ lease: Lease) -> Task<Void, Never> {
    Task { [state, clock] in
      while true {
        do {
          try await Task.sleep(for: Lease.beat)
          guard try await state.renew(lease, at: clock()) else { return }
        } catch is CancellationError {
          return
        } catch {
          // A state that cannot be written for a moment: the next beat tries again.
          continue
        }
      }
    }
  }
}

/// The holdings that a process has met, and since when they stand still on its own clock, which
/// stands still with the machine: that of the wall may be wrong.
actor LeaseWatch {
  private var seen: [TablePair: (holding: LeaseHolding, since: SuspendingClock.Instant)] = [:]

  func saw(_ holding: LeaseHolding) {
    if seen[holding.pair]?.holding == holding { return }
    seen[holding.pair] = (holding, .now)
  }

  func forget(_ pair: TablePair) { seen[pair] = nil }

  /// A holding that nobody renewed for so long.
  func dead(_ pair: TablePair, after length: Duration) -> LeaseHolding? {
    guard let seen = seen[pair], .now - seen.since > length else { return nil }
    return seen.holding
  }
}
