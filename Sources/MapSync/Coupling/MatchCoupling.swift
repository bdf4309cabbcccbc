import MapRuntime

/// Match-based coupling of a whole mapping or a selection (F4; R D-45 to D-52).
public struct MatchCoupling: Sendable {
  public let integration: Integration
  /// Told what each page came to.
  private let page: @Sendable (JobCounters) async throws(StoreFailure) -> Void

  public init(
    _ integration: Integration,
    page: @escaping @Sendable (JobCounters) async throws(StoreFailure) -> Void = { _ in }
  ) {
    self.integration = integration
    self.page = page
  }

  /// Couples uncoupled BC records with the one Sales record that matches each.
  ///
  /// - Parameters:
  ///   - bcIDs: The selection; nil for all records within the filter.
  ///   - isQuiet: Couples only, and says nothing of records without a partner.
  /// - Returns: The coupling job, and the jobs that moved data afterwards.
  public func run(
    _ mapping: BoundMapping, bcIDs: [Guid]? = nil, isQuiet: Bool = false
  ) async throws(MatchFailure) -> [JobReport] {
    guard let policy = mapping.policy.match, !policy.groups.isEmpty else {
      throw .noGroups(mapping.name)
    }
    do {
      return try await integration.holding(mapping) { integration throws(StoreFailure) in
        try await Self.run(mapping.type, mapping, policy, bcIDs, isQuiet, integration, page)
      }
    } catch {
      throw .store(error)
    }
  }

  private static func run<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ policy: MatchPolicy, _ bcIDs: [Guid]?,
    _ isQuiet: Bool, _ integration: Integration,
    _ page: @Sendable (JobCounters) async throws(StoreFailure) -> Void
  ) async throws(StoreFailure) -> [JobReport] {
    try await MatchRun<Mapping>(integration, mapping, policy, isQuiet: isQuiet).run(
      bcIDs, page: page)
  }
}
