import MapCheck
import MapPlan
import MapSource
import Testing

/// A small random graph, and what follows from it by the simplest means there are.
struct RandomGraph: CustomTestStringConvertible {
  let seed: Int
  let names: [String]
  let edges: [PrerequisiteEdge]

  /// - Parameter isAcyclic: edges go only from later places to earlier ones.
  init(seed: Int, isAcyclic: Bool = false) {
    var numbers = SeededNumbers(seed)
    let count = Int.random(in: 1...9, using: &numbers)
    // Names in another order than places, so that one cannot stand for the other.
    names = (0..<count).map { "M\($0)" }.shuffled(using: &numbers)
    var edges: [PrerequisiteEdge] = []
    for _ in 0..<Int.random(in: 0...(2 * count), using: &numbers) {
      let ends = [
        Int.random(in: 0..<count, using: &numbers), Int.random(in: 0..<count, using: &numbers),
      ]
      if isAcyclic, ends[0] == ends[1] { continue }
      edges.append(
        Self.edge(
          isAcyclic ? max(ends[0], ends[1]) : ends[0], isAcyclic ? min(ends[0], ends[1]) : ends[1],
          reason: PrerequisiteEdge.Reason.allCases.randomElement(using: &numbers) ?? .through,
          isSoft: Int.random(in: 0..<4, using: &numbers) == 0))
    }
    self.seed = seed
    self.edges = edges
  }

  static func edge(
    _ from: Int, _ to: Int, reason: PrerequisiteEdge.Reason = .through, fields: [Int] = [],
    isSoft: Bool = false, because: String? = nil
  ) -> PrerequisiteEdge {
    PrerequisiteEdge(
      from: from, to: to, reason: reason, fields: fields, isSoft: isSoft,
      span: Span(startOf: Int32(from)), because: because)
  }

  var graph: PrerequisiteGraph { PrerequisiteGraph(names: names, edges: edges) }

  var testDescription: String { "seed \(seed)" }

  /// Whether records of one mapping wait for those of another, by a single edge.
  func waits(_ from: Int, _ to: Int) -> Bool {
    from != to && edges.contains { $0.from == from && $0.to == to && !$0.isSoft }
  }

  /// For each pair the length of the shortest way (Floyd and Warshall); nil without a way.
  var distances: [[Int?]] {
    var table = names.indices.map { from in
      names.indices.map { waits(from, $0) ? 1 : Int?.none }
    }
    for middle in names.indices {
      for from in names.indices {
        for to in names.indices {
          guard let first = table[from][middle], let second = table[middle][to] else { continue }
          table[from][to] = min(table[from][to] ?? .max, first + second)
        }
      }
    }
    return table
  }

  /// The longest way from a mapping, by trying all.
  func depth(_ place: Int) -> Int {
    names.indices.filter { waits(place, $0) }.map { depth($0) + 1 }.max() ?? 0
  }
}
