import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// Puts a circle of prerequisites into words: `prerequisite-cycle` (docs/language.md#findings).
struct CircleFinding {
  /// A longer message names the first mappings and says how many there are.
  private static let longestMessage = 8

  private let circle: FeatureCircle
  private let model: ResolvedModel

  init(_ circle: FeatureCircle, in model: ResolvedModel) {
    self.circle = circle
    self.model = model
  }

  var finding: Finding {
    let first = circle.way[0]
    return Finding(
      "prerequisite-cycle", message, at: first.span,
      label: "\(name(first.from)) needs \(name(first.to)): \(reason(first))",
      notes: circle.way.dropFirst().map { step in
        Finding.Note(
          "\(name(step.from)) needs \(name(step.to)): \(reason(step))", at: step.span)
      },
      help: help,
      features: circle.relevant == 0
        ? nil : model.features.names(of: circle.features, in: circle.relevant))
  }

  private var message: String {
    let start = name(circle.way[0].from)
    let shown = circle.way.prefix(Self.longestMessage).map { name($0.to) }
    let chain = shown.joined(separator: ", which needs ")
    let rest =
      circle.way.count > Self.longestMessage ? " and so on, \(circle.way.count) in all" : ""
    return "prerequisites form a cycle: \(start) needs \(chain)\(rest)"
  }

  private func name(_ place: Int) -> String { "'\(model.model.mappings[place].name.value)'" }

  private func fields(_ step: Prerequisite) -> [EffectiveFieldMap] {
    guard let mapping = model.mappings[step.from].mapping(in: circle.features) else { return [] }
    return mapping.fields.filter { step.fields.contains($0.place) }
  }

  private func reason(_ step: Prerequisite) -> String {
    switch step.reason {
    case .parent: "its records are lines of that mapping's"
    case .through:
      "\(Self.listed(fields(step))) \(step.fields.count > 1 ? "go" : "goes") through it"
    case .declared: "'requires' says so" + (step.because.map { ", because \($0)" } ?? "")
    }
  }

  private static func listed(_ fields: [EffectiveFieldMap]) -> String {
    let names = fields.map { "'\($0.origin.title)'" }
    guard let last = names.last, names.count > 1 else { return "field map \(names.first ?? "")" }
    return "field maps \(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  private var help: String {
    let places = circle.way.filter(canWait).map { step in
      "\(Self.listed(fields(step))) of \(name(step.from))"
    }
    if places.isEmpty {
      return "take one of these prerequisites out; no field map here can say `uncoupled: later`"
    }
    return "say `uncoupled: later` at \(places.joined(separator: ", or at ")), "
      + "and a second pass writes it when all records are coupled"
  }

  /// Whether nothing but field maps that can be written later makes the step.
  private func canWait(_ step: Prerequisite) -> Bool {
    guard step.edges.allSatisfy({ $0.reason == .through }),
      let mapping = model.mappings[step.from].mapping(in: circle.features)
    else { return false }
    return fields(step).allSatisfy { map in
      map.directions.allSatisfy { direction in
        guard let place = map.field(direction.target) else { return false }
        let field = model.catalogue[mapping.table(direction.target)].fields[place]
        return !field.isRequired && field.access != .create && map.onlyOn != .create
      }
    }
  }
}
