import MapRuntime

/// Why match-based coupling could not run.
public enum MatchFailure: Error, Hashable, Sendable {
  /// The mapping names no fields to match by (R D-51).
  case noGroups(String)
  case store(StoreFailure)

  public var sentence: String {
    switch self {
    case .noGroups(let mapping):
      "\(mapping) says no fields to match by; add 'match: { groups: [[…]] }'"
    case .store(let failure): failure.sentence
    }
  }
}
