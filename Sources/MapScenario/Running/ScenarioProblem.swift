/// Why a step was refused, in a sentence for people.
public struct ScenarioProblem: Error, Hashable, Sendable {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }
}
