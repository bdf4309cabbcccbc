import Testing

@testable import MapCheck

@Suite("intervals of whole numbers")
struct IntervalSetTests {
  private let numbers: [Int128] = Array(-3...12)

  private func members(_ set: IntervalSet) -> [Int128] { numbers.filter(set.contains) }

  @Test("neighbours become one interval")
  func merged() {
    #expect(IntervalSet([4...6, 1...3, 9...9]).intervals == [1...6, 9...9])
  }

  @Test("union, intersection and difference agree with the sets of their members")
  func operations() {
    let sets = [
      IntervalSet.none, IntervalSet(3), IntervalSet([0...4, 7...9]), IntervalSet([-1...1, 3...7]),
      IntervalSet([-3...12]), IntervalSet(points: [0, 2, 4, 6, 8]),
    ]
    for left in sets {
      for right in sets {
        let (one, other) = (Set(members(left)), Set(members(right)))
        #expect(Set(members(left.union(right))) == one.union(other))
        #expect(Set(members(left.intersection(right))) == one.intersection(other))
        #expect(Set(members(left.subtracting(right))) == one.subtracting(other))
      }
    }
  }

  @Test("the nearest member")
  func nearest() {
    #expect(IntervalSet([5...9]).nearest(to: 0) == 5)
    #expect(IntervalSet([-9 ... -2, 2...9]).nearest(to: 0) == -2)
    #expect(IntervalSet([-1...3]).nearest(to: 0) == 0)
    #expect(IntervalSet.none.nearest(to: 0) == nil)
  }
}
