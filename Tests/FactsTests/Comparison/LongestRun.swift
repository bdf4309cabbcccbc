/// The longest part of a list that grows from one number to the next.
enum LongestRun {
  /// The places of its numbers, in order; the first such part where there are several.
  static func places(_ numbers: [Int]) -> [Int] {
    guard !numbers.isEmpty else { return [] }
    var lengths = Array(repeating: 1, count: numbers.count)
    var previous: [Int?] = Array(repeating: nil, count: numbers.count)
    for place in numbers.indices {
      for earlier in 0..<place
      where numbers[earlier] < numbers[place] && lengths[earlier] + 1 > lengths[place] {
        lengths[place] = lengths[earlier] + 1
        previous[place] = earlier
      }
    }
    let longest = lengths.max() ?? 0
    var next = lengths.firstIndex(of: longest)
    var places: [Int] = []
    while let place = next {
      places.append(place)
      next = previous[place]
    }
    return places.reversed()
  }
}
