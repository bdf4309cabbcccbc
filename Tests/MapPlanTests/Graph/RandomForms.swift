import MapCheck
import MapSource
import Testing

@testable import MapLanguage
@testable import MapPlan

/// A few random mappings whose existence and prerequisites depend on features.
struct RandomForms: CustomTestStringConvertible {
  let seed: Int
  let forms: PrerequisiteForms

  init(seed: Int) {
    var numbers = SeededNumbers(seed)
    let choices = [["a1", "a2"], ["b1", "b2", "b3"], ["c1"], ["d1", "d2"]]
    let space = Self.space(choices)
    let count = Int.random(in: 2...6, using: &numbers)
    let mappings = (0..<count).map { place in
      Self.mapping(place, of: count, in: space, &numbers)
    }
    self.seed = seed
    forms = PrerequisiteForms(space: space, mappings: mappings)
  }

  static func space(_ choices: [[String]]) -> FeatureSpace {
    func located(_ text: String) -> Located<String> { Located(text, at: Span(startOf: 0)) }
    var project = Project(name: located("test"))
    project.choices = choices.enumerated().map { number, values in
      Choice(name: located("choice\(number)"), values: values.map(located))
    }
    return FeatureSpace(project)
  }

  private static func mapping(
    _ place: Int, of count: Int, in space: FeatureSpace, _ numbers: inout SeededNumbers
  ) -> MappingForms {
    func value(_ numbers: inout SeededNumbers) -> UInt64 {
      1 << UInt64.random(in: 0..<UInt64(space.values.count), using: &numbers)
    }
    var condition = FeatureGuard.always
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: condition.required = value(&numbers)
    case 1: condition.forbidden = value(&numbers)
    default: break
    }
    var named = condition.named
    let guarded = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
      var condition = FeatureGuard.always
      if Bool.random(using: &numbers) { condition.required = value(&numbers) }
      if Int.random(in: 0..<4, using: &numbers) == 0 { condition.forbidden = value(&numbers) }
      named |= condition.named
      return (
        condition,
        RandomGraph.edge(
          place, Int.random(in: 0..<count, using: &numbers),
          isSoft: Int.random(in: 0..<5, using: &numbers) == 0)
      )
    }
    let relevant = space.relevant(named)
    return MappingForms(
      name: "M\(place)", condition: condition, relevant: relevant,
      forms: space.combinations(of: named).filter(condition.holds).map { features in
        MappingForms.Form(
          bits: features.bits & relevant,
          edges: guarded.filter { $0.0.holds(in: features) }.map(\.1))
      })
  }

  /// Every combination of all choices.
  var combinations: [FeatureSet] { forms.space.combinations(of: .max) }

  var testDescription: String { "seed \(seed)" }
}
