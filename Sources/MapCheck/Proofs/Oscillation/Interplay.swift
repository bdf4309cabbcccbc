import MapLanguage
import MapRuntime

/// Field maps that share fields with each other, directly or over others, so that what one writes
/// another may read.
struct Interplay {
  let maps: [EffectiveFieldMap]

  /// The groups that go both ways. A field map alone settles by itself or is `not-invertible`, so
  /// only those of several maps are of interest.
  static func all(of mapping: EffectiveMapping) -> [Interplay] {
    guard mapping.direction == .both, sharesFields(mapping) else { return [] }
    var ends: [Int: Int] = [:]
    var groups = Array(mapping.fields.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while groups[place] != place { place = groups[place] }
      return place
    }
    for (place, map) in mapping.fields.enumerated() {
      for key in keys(of: map) {
        if let known = ends[key] {
          let (one, other) = (root(known), root(place))
          groups[max(one, other)] = min(one, other)
        } else {
          ends[key] = place
        }
      }
    }
    var members: [Int: [EffectiveFieldMap]] = [:]
    for (place, map) in mapping.fields.enumerated() {
      members[root(place), default: []].append(map)
    }
    return members.sorted { $0.key < $1.key }.map { Interplay(maps: $0.value) }
      .filter { $0.maps.count > 1 && $0.goesBothWays }
  }

  /// Whether two field maps have a field in common; in most mappings none do.
  private static func sharesFields(_ mapping: EffectiveMapping) -> Bool {
    var seen: [Bool] = []
    for map in mapping.fields {
      for key in keys(of: map) {
        while seen.count <= key { seen.append(false) }
        if seen[key] { return true }
        seen[key] = true
      }
    }
    return false
  }

  private var goesBothWays: Bool {
    Direction.allCases.allSatisfy { direction in maps.contains { $0.includes(direction) } }
  }

  /// The fields of a map as numbers: even ones for BC, odd ones for Sales.
  private static func keys(of map: EffectiveFieldMap) -> [Int] {
    var keys: [Int] = []
    if let bc = map.bc { keys.append(bc * 2) }
    if let sales = map.sales { keys.append(sales * 2 + 1) }
    guard let source = map.source, let direction = map.directions.first else { return keys }
    let odd = direction.source == .sales ? 1 : 0
    return keys + places(in: source).map { $0 * 2 + odd }
  }

  private static func places(in source: EffectiveSource) -> [Int] {
    switch source {
    case .field(let place): [place]
    case .first(let sources): sources.flatMap(places(in:))
    case .text(let parts):
      parts.compactMap { part in if case .field(let place) = part { place } else { nil } }
    case .constant, .generate, .compute, .related: []
    }
  }

  /// The fields of one side that the group reads or writes, in order.
  func fields(_ side: Side) -> [Int] {
    let odd = side == .sales ? 1 : 0
    return Set(maps.flatMap(Self.keys(of:)).filter { $0 % 2 == odd }.map { $0 / 2 }).sorted()
  }
}
