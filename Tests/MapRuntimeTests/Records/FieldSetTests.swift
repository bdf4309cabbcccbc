import MapRuntime
import Testing

@Suite("Sets of columns")
struct FieldSetTests {
  /// Columns around every border, and far beyond.
  private static let columns = [
    0, 1, 63, 64, 126, 127, 128, 129, 159, 255, 256, 383, 384, 699, 5000,
  ]

  @Test("a column is in the set that it was put into, and in no other", arguments: columns)
  func insert(column: Int) {
    var set = FieldSet()
    set.insert(column)
    #expect(set == FieldSet([column]))
    #expect(!set.isEmpty)
    #expect(set.columns == [column])
    for other in Self.columns { #expect(set.contains(other) == (other == column)) }
    set.insert(column + 1, if: false)
    #expect(set.columns == [column])
  }

  @Test("sets do what sets of numbers do, within their room and beyond it")
  func algebra() {
    let samples: [Set<Int>] =
      [[], [3], [128], [3, 128], [127, 128, 700], [700], Set(0..<160), Set(100..<300)]
      + Self.columns.map { [$0, 5] }
    for left in samples {
      let one = FieldSet(left)
      #expect(one.columns == left.sorted())
      for right in samples {
        let other = FieldSet(right)
        #expect((one == other) == (left == right))
        #expect(one.union(other) == FieldSet(left.union(right)))
        #expect(one.intersection(other) == FieldSet(left.intersection(right)))
        #expect(one.subtracting(other) == FieldSet(left.subtracting(right)))
        #expect(one.intersection(other).isEmpty == left.isDisjoint(with: right))
      }
    }
    #expect(Set(samples.map { FieldSet($0) }).count == Set(samples).count)
  }

  @Test("the first so many columns", arguments: [0, 1, 127, 128, 129, 160, 256, 700])
  func all(count: Int) {
    #expect(FieldSet.all(count).columns == Array(0..<count))
  }

  @Test("a set is made of its words, and empty ones at the end count for nothing")
  func words() {
    let set = FieldSet(bits: 5, beyond: [0, 1, 0, 0])
    #expect(set == FieldSet([0, 2, 256]))
    #expect(set.words == [5, 0, 1])
    #expect(FieldSet(bits: 5, beyond: [0]) == FieldSet(bits: 5))
  }
}
