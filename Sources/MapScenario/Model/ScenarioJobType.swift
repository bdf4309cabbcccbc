import MapSync

/// What a job did.
public enum ScenarioJobType: String, Hashable, Sendable, CaseIterable {
  case synchronization
  case coupling
  case uncoupling
  case notes
  case timeline

  public var kind: Job.Kind {
    switch self {
    case .synchronization: .synchronization
    case .coupling: .coupling
    case .uncoupling: .uncoupling
    case .notes: .notes
    case .timeline: .timeline
    }
  }
}
