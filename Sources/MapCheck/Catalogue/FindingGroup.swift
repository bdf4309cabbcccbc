/// What a finding speaks of (LANGUAGE 8).
public enum FindingGroup: String, Sendable, CaseIterable {
  case file
  case shape
  case names
  case types
  case graph
  case proofs
  case rules
  case documents
  case allow

  /// Whether `# mapc: allow` silences its findings: not what cannot be read, and not what is wrong
  /// with an `allow` itself.
  public var canBeAllowed: Bool {
    switch self {
    case .file, .allow: false
    case .shape, .names, .types, .graph, .proofs, .rules, .documents: true
    }
  }
}
