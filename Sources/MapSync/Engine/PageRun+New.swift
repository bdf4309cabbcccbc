import MapRuntime

/// What follows from new partners, before their couplings are recorded (R C-37).
extension PageRun {
  func noteNewPartners() async throws(StoreFailure) {
    guard !run.creationRules.isEmpty else { return }
    let keys = rows.indices.filter { rows[$0].fate == .create && rows[$0].coupling != nil }
      .map { records[$0].record.key }
    guard !keys.isEmpty else { return }
    for rule in run.creationRules { try await rule.created(keys, job: run.job) }
  }
}
