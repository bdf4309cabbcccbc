extension Arrows {
  /// The groups of two or more nodes that all reach each other, each in ascending order, by their
  /// first members.
  ///
  /// Tarjan's search with a stack of its own: a long chain of mappings must not use up the
  /// thread's.
  func circles() -> [[Int]] {
    let unseen = -1
    var numbers = [Int](repeating: unseen, count: nodes)
    var lowest = numbers
    var isOpen = [Bool](repeating: false, count: nodes)
    var open: [Int] = []
    var way: [(node: Int, rest: Range<Int>)] = []
    var count = 0
    var circles: [[Int]] = []

    func enter(_ node: Int) {
      numbers[node] = count
      lowest[node] = count
      count += 1
      isOpen[node] = true
      open.append(node)
      way.append((node, range(of: node)))
    }

    func close(_ node: Int) {
      var members: [Int] = []
      while let member = open.popLast() {
        isOpen[member] = false
        members.append(member)
        if member == node { break }
      }
      if members.count > 1 { circles.append(members.sorted()) }
    }

    for root in 0..<nodes where numbers[root] == unseen {
      enter(root)
      while let (node, rest) = way.last {
        if let place = rest.first {
          way[way.count - 1].rest = rest.dropFirst()
          let next = end(place)
          if numbers[next] == unseen {
            enter(next)
          } else if isOpen[next] {
            lowest[node] = min(lowest[node], numbers[next])
          }
        } else {
          way.removeLast()
          if let (earlier, _) = way.last { lowest[earlier] = min(lowest[earlier], lowest[node]) }
          if lowest[node] == numbers[node] { close(node) }
        }
      }
    }
    return circles.sorted { $0[0] < $1[0] }
  }
}
