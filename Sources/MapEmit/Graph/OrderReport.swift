import MapCheck
import MapPlan
import MapSource

/// Says what is wrong with an order of mappings that a person gave.
public struct OrderReport: Sendable {
  private let plan: Plan
  private let features: FeatureSet
  private let sources: SourceSet

  public init(_ plan: Plan, in features: FeatureSet, sources: SourceSet) {
    self.plan = plan
    self.features = features
    self.sources = sources
  }

  /// A sentence about a name that finds no mapping.
  public func text(_ problem: NameProblem) -> String {
    switch problem {
    case .unknown(let name, let nearest):
      let meant = nearest.map { "; did you mean \(PlainText.line($0))?" } ?? ""
      return "there is no mapping \(PlainText.line(name))\(meant)"
    case .absent(let place):
      let deciding = plan.features(deciding: place, in: features)
      let under =
        deciding.isEmpty ? "under no features" : "under \(deciding.joined(separator: ", "))"
      return PlainText.line("\(under) \(name(place)) does not exist")
    }
  }

  /// What is wrong, with the reason of each step and its place; a line each.
  public func text(_ problem: OrderProblem) -> String {
    switch problem {
    case .name(let problem): text(problem)
    case .repeated(let place): PlainText.line("\(name(place)) stands in the order twice")
    case .wrongPair(let way): text(way)
    }
  }

  private func text(_ way: [Prerequisite]) -> String {
    guard let first = way.first, let last = way.last else { return "" }
    let graph = plan.graph(in: features)
    var builder = GraphDocumentBuilder(plan, in: features, sources: sources)
    var lines = ["\(name(first.from)) stands before \(name(last.to)), but needs it first:"]
    for step in way {
      guard let mapping = plan.checked.mapping(step.from, in: features) else { continue }
      for reason in builder.need(step, of: mapping, in: graph).reasons {
        lines.append(
          "  \(name(step.from)) needs \(name(step.to)): \(reason.words) (\(reason.place.text))")
      }
    }
    return lines.map(PlainText.line).joined(separator: "\n")
  }

  private func name(_ place: Int) -> String { plan.checked.model.mappings[place].name.value }
}
