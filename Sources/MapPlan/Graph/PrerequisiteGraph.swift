import MapCheck

/// Which mappings go before which in one feature set (F6, F9, docs/language.md#mappings).
///
/// Mappings are named by their places in the model. Building one takes time in proportion to
/// mappings and edges, but for the sorting of names.
public struct PrerequisiteGraph: Sendable {
  /// The mappings that exist, wave by wave: each needs only mappings of earlier waves, and one of
  /// the wave just before. By name in each. Members of a circle, and what needs them, are in none.
  public let waves: [[Int]]
  let order: NameOrder
  private let levels: [Int?]
  private let isPresent: [Bool]
  private let edges: [PrerequisiteEdge]
  /// All edges between ranks; those of circles and waves are the hard ones.
  private let all: Arrows
  let hard: Arrows
  private let hardEdges: [Int]

  /// - Parameters:
  ///   - names: of all mappings, by place.
  ///   - present: the places of the mappings that exist; nil where all do.
  ///   - edges: between mappings that exist; one from a mapping to itself says nothing.
  public init(names: [String], present: [Int]? = nil, edges: [PrerequisiteEdge]) {
    self.init(NameOrder(names), present: present, edges: edges)
  }

  init(_ order: NameOrder, present: [Int]?, edges: [PrerequisiteEdge]) {
    var isPresent = [Bool](repeating: present == nil, count: order.count)
    for place in present ?? [] { isPresent[place] = true }
    let edges = edges.filter { $0.from != $0.to && isPresent[$0.from] && isPresent[$0.to] }
    let hardEdges = edges.indices.filter { !edges[$0].isSoft }
    func arrow(_ edge: PrerequisiteEdge) -> (from: Int, to: Int) {
      (from: order.ranks[edge.from], to: order.ranks[edge.to])
    }
    all = Arrows(nodes: order.count, edges.map(arrow))
    hard = Arrows(nodes: order.count, hardEdges.map { arrow(edges[$0]) })
    self.order = order
    self.isPresent = isPresent
    self.edges = edges
    self.hardEdges = hardEdges
    levels = hard.levels()
    var waves: [[Int]] = []
    for (rank, level) in levels.enumerated() {
      let place = order.places[rank]
      guard isPresent[place], let level else { continue }
      while waves.count <= level { waves.append([]) }
      waves[level].append(place)
    }
    self.waves = waves
  }

  /// The mappings of all waves: an order in which each comes after what it needs.
  public var sequence: [Int] { waves.flatMap { $0 } }

  /// Whether the mapping exists in the feature set.
  public func contains(_ place: Int) -> Bool { isPresent[place] }

  /// The longest way from a mapping without prerequisites; nil on a circle, behind one, and for a
  /// mapping that does not exist.
  public func wave(of place: Int) -> Int? {
    isPresent[place] ? levels[order.ranks[place]] : nil
  }

  public func name(of place: Int) -> String { order.names[place] }

  /// What a mapping refers to, by name: of each other mapping the hard prerequisite, then the soft
  /// one.
  public func prerequisites(of place: Int) -> [Prerequisite] {
    let range = all.range(of: order.ranks[place])
    var result: [Prerequisite] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, all.end(end) == all.end(start) { end += 1 }
      let found = (start..<end).map { edges[all.number($0)] }
      for isSoft in [false, true] {
        let some = found.filter { $0.isSoft == isSoft }
        guard let first = some.first else { continue }
        result.append(Prerequisite(first: first, others: Array(some.dropFirst())))
      }
      start = end
    }
    return result
  }

  /// The hard prerequisite between two mappings; nil where there is none.
  func prerequisite(from: Int, to: Int) -> Prerequisite? {
    prerequisites(of: from).first { $0.to == to && !$0.isSoft }
  }

  /// The prerequisites at places of `hard`.
  func prerequisites(along way: [Int]) -> [Prerequisite] {
    way.compactMap { place in
      let edge = edges[hardEdges[hard.number(place)]]
      return prerequisite(from: edge.from, to: edge.to)
    }
  }
}
