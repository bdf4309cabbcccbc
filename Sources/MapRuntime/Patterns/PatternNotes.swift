/// Where groups start and end, with the way back to what was noted before.
struct PatternNotes {
  private var places: [Int?]
  private var earlier: [(number: Int, place: Int?)] = []

  init(groups: Int) { places = Array(repeating: nil, count: groups * 2 + 2) }

  /// How many notes can be taken back.
  var count: Int { earlier.count }

  /// - Parameter number: the group's, twice, and one more where it ends.
  mutating func note(_ place: Int, as number: Int) {
    earlier.append((number, places[number]))
    places[number] = place
  }

  mutating func back(to count: Int) {
    while earlier.count > count {
      let last = earlier.removeLast()
      places[last.number] = last.place
    }
  }

  /// What was noted stays.
  mutating func settle() { earlier.removeAll(keepingCapacity: true) }

  /// The characters of each group; nil for one that took no part.
  var ranges: [Range<Int>?] {
    stride(from: 0, to: places.count, by: 2).map { group in
      guard let start = places[group], let end = places[group + 1] else { return nil }
      return start..<end
    }
  }
}
