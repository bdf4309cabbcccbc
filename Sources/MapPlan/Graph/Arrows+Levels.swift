extension Arrows {
  /// For each node the length of the longest way along its arrows; nil for a node on a circle and
  /// for one with a way to a circle.
  func levels() -> [Int?] {
    let back = reversed
    var open = (0..<nodes).map { range(of: $0).count }
    var levels = [Int](repeating: 0, count: nodes)
    var ready = open.indices.filter { open[$0] == 0 }
    var done = 0
    while done < ready.count {
      let node = ready[done]
      done += 1
      for place in back.range(of: node) {
        let earlier = back.end(place)
        levels[earlier] = max(levels[earlier], levels[node] + 1)
        open[earlier] -= 1
        if open[earlier] == 0 { ready.append(earlier) }
      }
    }
    return levels.indices.map { open[$0] == 0 ? levels[$0] : nil }
  }
}
