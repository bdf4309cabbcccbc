/// A globally unique id; all zeros is what both systems take as empty.
@frozen
public struct Guid: Hashable, Sendable {
  /// The first eight bytes, as they are written.
  public let high: UInt64
  /// The last eight bytes.
  public let low: UInt64

  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An id that sorts by time (UUID version 7), which keeps the databases' indexes dense.
  public init(timeOrdered milliseconds: Int64, random high: UInt64, _ low: UInt64) {
    let time = UInt64(truncatingIfNeeded: milliseconds) << 16
    self.high = time | 0x7000 | high & 0x0FFF
    self.low = 0x8000_0000_0000_0000 | low & 0x3FFF_FFFF_FFFF_FFFF
  }

  @inlinable public static var zero: Guid { Guid(high: 0, low: 0) }

  @inlinable public var isZero: Bool { high | low == 0 }
}

extension Guid: Comparable {
  /// The order of the text and of the bytes.
  @inlinable public static func < (left: Guid, right: Guid) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

/// Sixteen bytes in the order of the text.
extension Guid {
  public var bytes: [UInt8] {
    withBytes { Array($0) }
  }

  /// Hands out `bytes` without allocating.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try (UInt128(high) << 64 | UInt128(low)).withBigEndianBytes(body)
  }

  /// Nil unless there are sixteen bytes.
  @inlinable
  public init?(bytes: some Collection<UInt8>) {
    guard let number = UInt128(bigEndianBytes: bytes) else { return nil }
    self.init(
      high: UInt64(truncatingIfNeeded: number >> 64), low: UInt64(truncatingIfNeeded: number))
  }
}
