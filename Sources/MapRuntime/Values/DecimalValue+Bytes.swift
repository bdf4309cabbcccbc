/// Sixteen bytes whose byte order is the order of the numbers, as the databases store decimals.
extension DecimalValue {
  /// The units with the sign bit flipped, which makes the order of unsigned numbers the values'.
  @inlinable var sortableKey: UInt128 {
    UInt128(truncatingIfNeeded: units) ^ (1 << 127)
  }

  /// Big-endian; the first byte starts with the flipped sign bit.
  public var sortableBytes: [UInt8] {
    withSortableBytes { Array($0) }
  }

  /// Hands out `sortableBytes` without allocating.
  @inlinable
  public func withSortableBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try sortableKey.withBigEndianBytes(body)
  }

  /// Reads what `sortableBytes` wrote; nil unless there are sixteen bytes.
  @inlinable
  public init?(sortableBytes bytes: some Collection<UInt8>) {
    guard let key = UInt128(bigEndianBytes: bytes) else { return nil }
    self.init(units: Int128(truncatingIfNeeded: key ^ (1 << 127)))
  }
}
