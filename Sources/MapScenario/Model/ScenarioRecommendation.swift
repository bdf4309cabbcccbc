import MapSync

/// What a review recommends for a mapping (R J-6).
public enum ScenarioRecommendation: String, Hashable, Sendable, CaseIterable {
  case full
  case couple
  case nothing

  public init(_ recommendation: FullRunLine.Recommendation) {
    self =
      switch recommendation {
      case .full: .full
      case .couple: .couple
      case .nothing: .nothing
      }
  }
}
