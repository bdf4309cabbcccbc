/// Times waves and the search for circles on a graph of the size of a very large project, with
/// the compiler's own search, whose files are compiled beside this one: `GraphSearch NODES ARROWS`
/// prints the median in microseconds and the number of waves.
@main
struct GraphSearch {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap(Int.init)
    guard arguments.count == 2 else { return print("usage: GraphSearch NODES ARROWS") }
    let nodes = arguments[0]
    var state: UInt64 = 7
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    // To smaller numbers only, so that there is no circle.
    let edges = (0..<arguments[1]).map { _ in
      let from = 1 + random(below: nodes - 1)
      return (from: from, to: random(below: from))
    }
    var waves = 0
    let clock = ContinuousClock()
    let times = (0..<15).map { _ in
      clock.measure {
        let arrows = Arrows(nodes: nodes, edges)
        precondition(arrows.circles().isEmpty)
        waves = (arrows.levels().compactMap { $0 }.max() ?? 0) + 1
      }
    }
    let median = times.sorted()[times.count / 2]
    print(median / .microseconds(1), waves)
  }
}
