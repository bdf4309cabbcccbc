extension Arrows {
  /// The places of the arrows of a shortest way from one node to another, at least one arrow long;
  /// of several the one with the smallest nodes. Nil where there is none.
  func shortestWay(from start: Int, to goal: Int) -> [Int]? {
    shortestWay(from: start) { $0 == goal }
  }

  /// A shortest way to the nearest node of those that are looked for.
  func shortestWay(from start: Int, where isGoal: (Int) -> Bool) -> [Int]? {
    var arrivals: [Int: (from: Int, place: Int)] = [:]
    var queue = [start]
    var done = 0
    while done < queue.count {
      let node = queue[done]
      done += 1
      for place in range(of: node) {
        let next = end(place)
        if isGoal(next) { return way(from: start, to: node, arrivals) + [place] }
        guard next != start, arrivals[next] == nil else { continue }
        arrivals[next] = (node, place)
        queue.append(next)
      }
    }
    return nil
  }

  private func way(
    from start: Int, to node: Int, _ arrivals: [Int: (from: Int, place: Int)]
  ) -> [Int] {
    var places: [Int] = []
    var node = node
    while node != start, let arrival = arrivals[node] {
      places.append(arrival.place)
      node = arrival.from
    }
    return places.reversed()
  }

  /// Every node that can be reached from one, itself not counted, in ascending order.
  func reachable(from start: Int) -> [Int] {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let node = stack.popLast() {
      for place in range(of: node) where seen.insert(end(place)).inserted {
        stack.append(end(place))
      }
    }
    seen.remove(start)
    return seen.sorted()
  }
}
