import MapSync

extension BoundMapping {
  /// Refuses a mapping that never runs by itself: one that is switched off, and the lines of documents,
  /// which go with their header.
  func checkRuns() throws(CommandFailure) {
    guard !isRun else { return }
    guard policy.isEnabled else {
      throw CommandFailure("\(name) is switched off in the setup", status: 1)
    }
    guard let header = policy.parent else {
      throw CommandFailure("\(name) does not run by itself", status: 1)
    }
    throw CommandFailure("\(name) does not run by itself: its lines go with \(header)", status: 1)
  }
}

extension Integration {
  /// What of the setup keeps a mapping that runs from taking in documents, also while there are none to
  /// take in: what `setup check` refuses is not passed over in silence. Nil where nothing does, and for
  /// mappings of other records.
  func obstacle(to name: String) async throws(StoreFailure) -> String? {
    guard let mapping = mapping(name), mapping.takesDocuments else { return nil }
    return try await obstacle?(mapping)
  }
}
