extension FieldSet {
  /// The set of some columns.
  public init(_ columns: some Sequence<Int>) {
    self.init()
    for column in columns { insert(column) }
  }

  @inlinable public func union(_ other: FieldSet) -> FieldSet {
    let narrow = FieldSet(bits: bits | other.bits)
    return beyond.isEmpty && other.beyond.isEmpty ? narrow : narrow.wide(self, other, |)
  }

  @inlinable public func intersection(_ other: FieldSet) -> FieldSet {
    let narrow = FieldSet(bits: bits & other.bits)
    return beyond.isEmpty || other.beyond.isEmpty ? narrow : narrow.wide(self, other, &)
  }

  @inlinable public func subtracting(_ other: FieldSet) -> FieldSet {
    let narrow = FieldSet(bits: bits & ~other.bits)
    return beyond.isEmpty ? narrow : narrow.wide(self, other) { $0 & ~$1 }
  }

  /// The set with the columns beyond its room that two others give together.
  @usableFromInline func wide(
    _ one: FieldSet, _ other: FieldSet, _ combined: (UInt128, UInt128) -> UInt128
  ) -> FieldSet {
    let count = max(one.beyond.count, other.beyond.count)
    return FieldSet(
      bits: bits,
      beyond: (0..<count).map { word in
        combined(
          word < one.beyond.count ? one.beyond[word] : 0,
          word < other.beyond.count ? other.beyond[word] : 0)
      })
  }

  /// The columns in ascending order.
  public var columns: [Int] {
    var columns: [Int] = []
    for (word, bits) in words.enumerated() {
      var rest = bits
      while rest != 0 {
        columns.append(word * FieldSet.room + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return columns
  }

  /// The columns as bits, 128 to a word; the first word is always there.
  public var words: [UInt128] { [bits] + beyond }

  /// The first so many columns.
  public static func all(_ count: Int) -> FieldSet { FieldSet(0..<count) }
}
