import MapSource

extension PrerequisiteGraph {
  /// The mapping of a name that a person gave.
  public func find(_ name: String) throws(NameProblem) -> Int {
    guard let place = order.names.firstIndex(of: name) else {
      throw .unknown(name, nearest: Spelling.nearest(to: name, among: order.names))
    }
    guard contains(place) else { throw .absent(place) }
    return place
  }

  /// The first thing that is wrong with an order of mappings; nil where each comes after what it
  /// needs. The order may leave mappings out; what is needed through them counts too.
  ///
  /// Names come first. Of wrong pairs it is the one whose first mapping stands first, and with
  /// that the one whose second does.
  public func problem(inOrder names: [String]) -> OrderProblem? {
    var positions: [Int: Int] = [:]
    var places: [Int] = []
    do throws(NameProblem) {
      for name in names { places.append(try find(name)) }
    } catch {
      return .name(error)
    }
    for (position, place) in places.enumerated() {
      if positions[place] != nil { return .repeated(place) }
      positions[place] = position
    }
    for (position, place) in places.enumerated() {
      let early = needed(by: place).compactMap { positions[$0] }.filter { $0 > position }
      if let first = early.min(), let way = way(from: place, to: places[first]) {
        return .wrongPair(way)
      }
    }
    return nil
  }
}
