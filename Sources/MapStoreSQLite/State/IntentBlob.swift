import MapRuntime
import MapSync

/// The writes of an intent as bytes: 33 each, source, target, and 1 for a new target.
enum IntentBlob {
  private static let stride = 33

  static func bytes(of writes: [Intent.Write]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(writes.count * stride)
    for write in writes {
      write.source.withBytes { bytes.append(contentsOf: $0) }
      write.target.withBytes { bytes.append(contentsOf: $0) }
      bytes.append(write.isNew ? 1 : 0)
    }
    return bytes
  }

  /// Nil unless the bytes are whole writes.
  static func writes(in bytes: UnsafeRawBufferPointer) -> [Intent.Write]? {
    guard bytes.count.isMultiple(of: stride) else { return nil }
    var writes: [Intent.Write] = []
    writes.reserveCapacity(bytes.count / stride)
    for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
      guard let source = Guid(bytes: bytes[start..<start + 16]),
        let target = Guid(bytes: bytes[start + 16..<start + 32])
      else { return nil }
      writes.append(
        Intent.Write(source: source, target: target, isNew: bytes[start + 32] == 1))
    }
    return writes
  }
}
