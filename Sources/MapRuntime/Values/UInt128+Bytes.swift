extension UInt128 {
  @inlinable
  func withBigEndianBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBytes(of: bigEndian, body)
  }

  /// Nil unless there are sixteen bytes.
  @inlinable
  init?(bigEndianBytes bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self = 0
    for byte in bytes { self = self << 8 | UInt128(byte) }
  }
}
