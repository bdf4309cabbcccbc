import MapLanguage
import MapRuntime
import MapSource

/// What one test of a mapping came to.
public struct TestResult: Sendable {
  public let mapping: String
  public let test: MappingTest
  public let direction: Direction
  /// The features under which it ran, those of the choices that matter to the mapping.
  public let features: [String]
  /// Fields of the expected record that came out otherwise, in its order.
  public let differences: [TestDifference]
  /// What went otherwise than said besides: refused, or not refused; nil where nothing did.
  public let problem: TestProblem?

  public var hasPassed: Bool { differences.isEmpty && problem == nil }
}
