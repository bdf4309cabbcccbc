/// Which mappings can run side by side: the longest path from one without prerequisites, in
/// whatever order the mappings stand.
struct Waves {
  private var waves: [String: Int] = [:]

  init(_ mappings: [BoundMapping]) {
    let prerequisites = Dictionary(
      mappings.map { ($0.name, $0.policy.prerequisites) }
    ) { first, _ in first }
    for mapping in mappings { _ = find(mapping.name, prerequisites, under: []) }
  }

  func wave(of mapping: String) -> Int { waves[mapping] ?? 0 }

  /// - Parameter path: What waits for this one; a mapping that needs itself does not count.
  private mutating func find(
    _ name: String, _ prerequisites: [String: [String]], under path: Set<String>
  ) -> Int {
    if let known = waves[name] { return known }
    let path = path.union([name])
    var wave = 0
    for needed in prerequisites[name] ?? [] where prerequisites[needed] != nil {
      if !path.contains(needed) { wave = max(wave, 1 + find(needed, prerequisites, under: path)) }
    }
    waves[name] = wave
    return wave
  }
}
