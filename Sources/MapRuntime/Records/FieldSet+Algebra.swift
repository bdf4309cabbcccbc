extension FieldSet {
  @inlinable public func intersection(_ other: FieldSet) -> FieldSet {
    FieldSet(bits: bits & other.bits)
  }

  @inlinable public func subtracting(_ other: FieldSet) -> FieldSet {
    FieldSet(bits: bits & ~other.bits)
  }

  /// The columns in ascending order.
  public var columns: [Int] {
    var rest = bits
    var columns: [Int] = []
    while rest != 0 {
      columns.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return columns
  }

  /// The first so many columns.
  public static func all(_ count: Int) -> FieldSet {
    FieldSet(bits: count >= 128 ? .max : (1 << UInt128(count)) - 1)
  }
}
