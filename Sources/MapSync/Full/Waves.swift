/// Which mappings can run side by side: the longest path from one without prerequisites.
struct Waves {
  private var waves: [String: Int] = [:]

  /// - Parameter mappings: Prerequisites first.
  init(_ mappings: [BoundMapping]) {
    for mapping in mappings {
      waves[mapping.name] =
        mapping.policy.prerequisites.compactMap { waves[$0] }.max().map { $0 + 1 } ?? 0
    }
  }

  func wave(of mapping: String) -> Int { waves[mapping] ?? 0 }
}
