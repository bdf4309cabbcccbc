extension PrerequisiteGraph {
  /// Everything that a mapping needs, directly or not, by name.
  public func needed(by place: Int) -> [Int] {
    hard.reachable(from: order.ranks[place]).map { order.places[$0] }
  }

  /// Every mapping that needs one, directly or not, by name.
  public func dependents(of place: Int) -> [Int] {
    hard.reversed.reachable(from: order.ranks[place]).map { order.places[$0] }
  }

  /// The shortest way on which a mapping needs another; nil where it does not.
  public func way(from: Int, to: Int) -> [Prerequisite]? {
    hard.shortestWay(from: order.ranks[from], to: order.ranks[to])
      .map(prerequisites(along:))
  }

  /// For each group of mappings that wait for each other the shortest circle through the first of
  /// them by name, starting there; empty where waves hold every mapping.
  public func circles() -> [[Prerequisite]] {
    hard.circles().compactMap { members in
      hard.shortestWay(from: members[0], to: members[0]).map(prerequisites(along:))
    }
  }
}
