/// Whole numbers as intervals: sorted, apart from each other, both ends included. Everything that
/// has an order is counted on such a scale: options, booleans, days, the smallest steps of decimals.
struct IntervalSet: Hashable, Sendable {
  private(set) var intervals: [ClosedRange<Int128>]

  static let none = IntervalSet([])

  init(_ intervals: [ClosedRange<Int128>]) {
    let sorted = intervals.sorted { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<Int128>] = []
    for interval in sorted {
      if let last = merged.last, interval.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        merged.append(interval)
      }
    }
    self.intervals = merged
  }

  init(_ point: Int128) { intervals = [point...point] }

  init(points: some Sequence<Int128>) { self.init(points.map { $0...$0 }) }

  var isEmpty: Bool { intervals.isEmpty }

  func contains(_ number: Int128) -> Bool { intervals.contains { $0.contains(number) } }

  func union(_ other: IntervalSet) -> IntervalSet { IntervalSet(intervals + other.intervals) }

  func intersection(_ other: IntervalSet) -> IntervalSet {
    var result: [ClosedRange<Int128>] = []
    var left = intervals[...]
    var right = other.intervals[...]
    while let first = left.first, let second = right.first {
      let low = max(first.lowerBound, second.lowerBound)
      let high = min(first.upperBound, second.upperBound)
      if low <= high { result.append(low...high) }
      if first.upperBound < second.upperBound {
        left.removeFirst()
      } else {
        right.removeFirst()
      }
    }
    return IntervalSet(result)
  }

  func subtracting(_ other: IntervalSet) -> IntervalSet {
    var result: [ClosedRange<Int128>] = []
    for interval in intervals {
      var low = interval.lowerBound
      for hole in other.intervals where hole.upperBound >= low {
        if hole.lowerBound > interval.upperBound { break }
        if hole.lowerBound > low { result.append(low...(hole.lowerBound - 1)) }
        low = hole.upperBound + 1
      }
      if low <= interval.upperBound { result.append(low...interval.upperBound) }
    }
    return IntervalSet(result)
  }

  /// The member that is nearest to a number, the smaller of two.
  func nearest(to number: Int128) -> Int128? {
    let candidates = intervals.map { min(max(number, $0.lowerBound), $0.upperBound) }
    return candidates.min {
      let (left, right) = (($0 - number).magnitude, ($1 - number).magnitude)
      return left < right || left == right && $0 < $1
    }
  }
}
