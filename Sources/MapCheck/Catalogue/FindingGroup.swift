/// What a finding speaks of (docs/language.md#findings).
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
  /// What `mapc import` finds, which knows a system; no comment silences it, since `mapc check` would
  /// not find it.
  case system

  /// Whether `# mapc: allow` silences its findings, unless an entry says otherwise: not what cannot
  /// be read or understood, because no code comes of that, and not what is wrong with an `allow`.
  var canBeAllowed: Bool {
    switch self {
    case .file, .shape, .names, .allow, .system: false
    case .types, .graph, .proofs, .rules, .documents: true
    }
  }
}
