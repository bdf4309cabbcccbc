/// Arrows between numbered nodes; those of a node lie side by side, in the order of their ends.
///
/// Three flat arrays: a hundred thousand arrows cost no allocation each.
struct Arrows: Sendable {
  /// How many nodes there are, from 0.
  let nodes: Int
  private let starts: [Int32]
  private let ends: [Int32]
  private let numbers: [Int32]

  /// Takes time in proportion to nodes and arrows.
  init(nodes: Int, _ arrows: [(from: Int, to: Int)]) {
    // Sorted by end first, then by start without disturbing that order: two counting sorts.
    let byEnd = Self.sorted(arrows.indices.map(Int32.init), nodes) { arrows[Int($0)].to }
    let sorted = Self.sorted(byEnd.numbers, nodes) { arrows[Int($0)].from }
    self.nodes = nodes
    starts = sorted.starts
    numbers = sorted.numbers
    ends = sorted.numbers.map { Int32(arrows[Int($0)].to) }
  }

  private static func sorted(
    _ numbers: [Int32], _ nodes: Int, by node: (Int32) -> Int
  ) -> (starts: [Int32], numbers: [Int32]) {
    var starts = [Int32](repeating: 0, count: nodes + 1)
    for number in numbers { starts[node(number) + 1] += 1 }
    for place in 0..<nodes { starts[place + 1] += starts[place] }
    var next = starts
    var result = [Int32](repeating: 0, count: numbers.count)
    for number in numbers {
      let node = node(number)
      result[Int(next[node])] = number
      next[node] += 1
    }
    return (starts, result)
  }

  /// The places of a node's arrows, for `end` and `number`.
  func range(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The node at the end of an arrow.
  func end(_ place: Int) -> Int { Int(ends[place]) }

  /// The arrow's number in the list that it came from.
  func number(_ place: Int) -> Int { Int(numbers[place]) }

  /// The same arrows the other way round.
  var reversed: Arrows {
    Arrows(
      nodes: nodes,
      (0..<nodes).flatMap { node in range(of: node).map { (from: end($0), to: node) } })
  }
}
