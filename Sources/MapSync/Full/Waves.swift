/// Which mappings can run side by side: the longest path from one without prerequisites.
struct Waves {
  private var waves: [String: Int] = [:]

  /// A prerequisite that does not take part counts as met. The compiler has made sure that there
  /// is no cycle.
  init(_ mappings: [BoundMapping]) {
    var open = mappings
    while !open.isEmpty {
      let waiting = Set(open.map(\.name))
      let ready = open.filter { mapping in
        mapping.policy.prerequisites.allSatisfy { $0 == mapping.name || !waiting.contains($0) }
      }
      guard !ready.isEmpty else { break }
      for mapping in ready {
        waves[mapping.name] =
          mapping.policy.prerequisites.compactMap { waves[$0] }.max().map { $0 + 1 } ?? 0
      }
      let done = Set(ready.map(\.name))
      open.removeAll { done.contains($0.name) }
    }
  }

  func wave(of mapping: String) -> Int { waves[mapping] ?? 0 }

  /// Mappings with their prerequisites first, by name within a wave.
  static func ordered(_ mappings: [BoundMapping]) -> [BoundMapping] {
    let waves = Waves(mappings)
    return mappings.sorted {
      (waves.wave(of: $0.name), $0.name) < (waves.wave(of: $1.name), $1.name)
    }
  }
}
