import MapCheck

/// Finds mappings that wait for each other in any feature combination, without going through all.
///
/// One look at every edge that some combination has: without a circle there, none has one. Where
/// there is one, the same is asked of its members alone, with one more choice made, until the
/// circle is gone or holds whatever is chosen for the rest.
struct CircleSearch {
  private let forms: PrerequisiteForms
  private var ways: Set<[Int]> = []
  private var circles: [FeatureCircle] = []

  /// At most one circle for each group of mappings and combination, in the order of their ways.
  static func circles(of forms: PrerequisiteForms) -> [FeatureCircle] {
    var search = CircleSearch(forms: forms)
    search.look(Array(forms.order.places), Decisions(forms.space))
    return search.circles
  }

  private init(forms: PrerequisiteForms) { self.forms = forms }

  /// - Parameter places: in alphabetical order of the mappings' names.
  private mutating func look(_ places: [Int], _ decisions: Decisions) {
    for group in groups(places, possible(places, decisions)) {
      let certain = groups(group, self.certain(group, decisions))
      for members in certain { report(members, decisions) }
      guard certain.isEmpty, let choice = nextChoice(group, decisions) else { continue }
      for value in Self.values(of: choice) { look(group, decisions.deciding(choice, value)) }
    }
  }

  /// The groups of places that reach each other over some arrows.
  private func groups(_ places: [Int], _ arrows: [(from: Int, to: Int)]) -> [[Int]] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    let inside = arrows.compactMap { arrow -> (from: Int, to: Int)? in
      guard let from = numbers[arrow.from], let to = numbers[arrow.to] else { return nil }
      return (from, to)
    }
    return Arrows(nodes: places.count, inside).circles().map { $0.map { places[$0] } }
  }

  /// Hard edges that some combination has.
  private func possible(_ places: [Int], _ decisions: Decisions) -> [(from: Int, to: Int)] {
    places.flatMap { place in
      forms.mappings[place].forms(under: decisions).flatMap { form in
        form.edges.filter { !$0.isSoft && $0.to != place }.map { (from: place, to: $0.to) }
      }
    }
  }

  /// Hard edges that every combination has.
  private func certain(_ places: [Int], _ decisions: Decisions) -> [(from: Int, to: Int)] {
    places.flatMap { place in
      certainTargets(of: place, decisions).map { (from: place, to: $0) }
    }
  }

  private func certainTargets(of place: Int, _ decisions: Decisions) -> [Int] {
    let mapping = forms.mappings[place]
    guard mapping.existsAlways(under: decisions) else { return [] }
    let targets = mapping.forms(under: decisions).map { form in
      Set(form.edges.lazy.filter { !$0.isSoft && $0.to != place }.map(\.to))
    }
    guard let first = targets.first else { return [] }
    return targets.dropFirst().reduce(first) { $0.intersection($1) }
      .filter { forms.mappings[$0].existsAlways(under: decisions) }.sorted()
  }

  private func nextChoice(_ places: [Int], _ decisions: Decisions) -> UInt64? {
    let named = places.reduce(0) { $0 | forms.mappings[$1].relevant }
    return forms.space.choices.first { $0 & named != 0 && $0 & decisions.decided == 0 }
  }

  private static func values(of choice: UInt64) -> [UInt64] {
    (0..<UInt64(64)).map { 1 << $0 }.filter { choice & $0 != 0 }
  }

  private mutating func report(_ members: [Int], _ decisions: Decisions) {
    let targets = Dictionary(
      uniqueKeysWithValues: members.map { ($0, Set(certainTargets(of: $0, decisions))) })
    let features = decisions.completed(in: forms.space)
    let edges = members.flatMap { place in
      (forms.mappings[place].form(in: features)?.edges ?? [])
        .filter { !$0.isSoft && targets[place]?.contains($0.to) == true }
    }
    let graph = PrerequisiteGraph(forms.order, present: members, edges: edges)
    for way in graph.circles() where ways.insert(way.map(\.from)).inserted {
      circles.append(
        FeatureCircle(way: way, features: features, relevant: relevant(to: way, decisions)))
    }
  }

  /// The choices without which the circle would not be certain, tried from the last one on.
  private func relevant(to way: [Prerequisite], _ decisions: Decisions) -> UInt64 {
    var decisions = decisions
    var relevant: UInt64 = 0
    for choice in forms.space.choices.reversed()
    where choice & decisions.decided != 0 && choice.nonzeroBitCount > 1 {
      var fewer = decisions
      fewer.open(choice)
      let holds = way.allSatisfy { certainTargets(of: $0.from, fewer).contains($0.to) }
      if holds { decisions = fewer } else { relevant |= choice }
    }
    return relevant
  }
}
