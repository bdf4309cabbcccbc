import MapRuntime

/// Tells which of the new records of a table are the expected ones.
enum NewRecords {
  /// For each expected record the place of its candidate: the one whose fields agree most, among
  /// those that no earlier record took; nil where there are too few.
  /// - Parameter values: of each candidate, for each expected record, its fields' values.
  static func assign(
    _ expected: [ScenarioRecord], candidates: Int,
    values: (_ candidate: Int, _ record: Int) -> [ScenarioValue]
  ) -> [Int?] {
    var free = Array(0..<candidates)
    return expected.indices.map { record in
      var best: (place: Int, agreeing: Int)?
      for (place, candidate) in free.enumerated() {
        let agreeing = zip(expected[record].fields, values(candidate, record)).count {
          ScenarioComparison.same($0.value, $1, $0.field)
        }
        if agreeing > best?.agreeing ?? -1 { best = (place, agreeing) }
      }
      return best.map { free.remove(at: $0.place) }
    }
  }
}
