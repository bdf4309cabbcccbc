import MapRuntime

/// Couplings that an older form of a mapping wrote: how many there are, what would become of them, and
/// how they are brought up to date. Everything goes the way of any run: conflicts, failures, records
/// that wait or rest are what they always are.
public struct OlderCouplings: Sendable {
  public let integration: Integration

  /// How long it waits for somebody else who is at work on a mapping's tables.
  private static let patience = Duration.seconds(60)

  public init(_ integration: Integration) {
    self.integration = integration.waiting(at: Self.patience)
  }

  /// How many couplings of each mapping an older form of it wrote, in any direction; without those that
  /// have none.
  public func counts() async throws(StoreFailure) -> [String: Int] {
    let effects = try await MappingEffects(integration)
    var counts: [String: Int] = [:]
    for mapping in integration.mappings {
      let count = try await count(mapping, effects)
      if count > 0 { counts[mapping.name] = count }
    }
    return counts
  }

  public func count(_ mapping: BoundMapping) async throws(StoreFailure) -> Int {
    try await count(mapping, MappingEffects(integration))
  }

  private func count(
    _ mapping: BoundMapping, _ effects: MappingEffects
  ) async throws(StoreFailure) -> Int {
    let older = effects.older(mapping)
    return older.isEmpty ? 0 : try await integration.state.count(mapping.pair, older: older)
  }

  /// Brings them up to date, in both directions of a mapping that goes both: first in the one that wins
  /// a conflict, so that the other finds equal what it wrote.
  ///
  /// - Parameter progress: Told the couplings of each page.
  public func bringUpToDate(
    _ mapping: BoundMapping, _ progress: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws(StoreFailure) -> [JobReport] {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      var reports: [JobReport] = []
      for direction in Self.directions(mapping) where !Task.isCancelled {
        let effects = try await MappingEffects.note([mapping], integration)
        guard let older = effects.older(mapping)[direction] else { continue }
        reports.append(
          try await Self.run(mapping.type, mapping, direction, older, integration, progress))
      }
      let older = try await MappingEffects(integration).older(mapping)
      if !older.isEmpty { try await integration.state.forget(mapping.pair, older: older) }
      return reports
    }
  }

  static func directions(_ mapping: BoundMapping) -> [Direction] {
    let directions = mapping.policy.directions.sorted { $0.rawValue < $1.rawValue }
    return mapping.policy.conflict.update == .salesWins ? directions.reversed() : directions
  }

  private static func run<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ older: OlderEffects,
    _ integration: Integration, _ progress: @Sendable (Int) async -> Void
  ) async throws(StoreFailure) -> JobReport {
    switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: .older
      ).older(older, progress)
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: .older
      ).older(older, progress)
    }
  }
}
