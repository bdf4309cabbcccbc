import MapRuntime

/// A named rule that acts on a page's new partners only: it costs nothing where none are made.
protocol CreationRule: Sendable {
  /// Before the new couplings are recorded, so that a crash between the two loses nothing (B6).
  ///
  /// - Parameter bcKeys: The keys of the BC records with a new partner.
  func created(_ bcKeys: [String], job: JobID) async throws(StoreFailure)
}
