import MapRuntime
import MapSync

/// The writes of an intent as bytes, one after the other: kind, source, target, versions, names.
enum IntentBlob {
  /// Which layout the bytes have: 1 is what programs before leases wrote, 2 that without what both
  /// sides agree on, 3 that without what the mapping does.
  static let format = 4

  static func bytes(of writes: [Intent.Write]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(writes.count * 64)
    for write in writes {
      bytes.append(write.kind.rawValue)
      bytes.append(WriteFlags(write).rawValue)
      write.source.withBytes { bytes.append(contentsOf: $0) }
      write.target.withBytes { bytes.append(contentsOf: $0) }
      append(write.sourceRead, to: &bytes)
      append(write.targetRead, to: &bytes)
      append(Int64(write.fields.utf8.count), to: &bytes)
      bytes.append(contentsOf: write.fields.utf8)
      if let agreed = write.agreed {
        append(Int64(agreed.bytes.count), to: &bytes)
        bytes.append(contentsOf: agreed.bytes)
      }
      if let effects = write.effects {
        append(effects.toSales ?? CouplingEffects.none, to: &bytes)
        append(effects.toBC ?? CouplingEffects.none, to: &bytes)
      }
    }
    return bytes
  }

  private static func append(_ version: VersionRead?, to bytes: inout [UInt8]) {
    guard let version else { return bytes.append(0) }
    bytes.append(version.lastOwn == nil ? 1 : 2)
    append(version.number, to: &bytes)
    append(version.modified.milliseconds, to: &bytes)
    if let lastOwn = version.lastOwn { append(lastOwn, to: &bytes) }
  }

  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Nil unless the bytes are whole writes.
  static func writes(in bytes: UnsafeRawBufferPointer, format: Int) -> [Intent.Write]? {
    var reader = IntentReader(bytes)
    var writes: [Intent.Write] = []
    while !reader.isAtEnd {
      guard let write = format == 1 ? reader.first() : reader.write() else { return nil }
      writes.append(write)
    }
    return writes
  }
}

/// What a write keeps, and whether more follows in its bytes; programs of format 2 know the first.
private struct WriteFlags: OptionSet {
  let rawValue: UInt8
  static let keepsTarget = WriteFlags(rawValue: 1)
  static let keepsSource = WriteFlags(rawValue: 2)
  static let hasAgreed = WriteFlags(rawValue: 4)
  static let hasEffects = WriteFlags(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ write: Intent.Write) {
    self = []
    if write.keepsTarget { insert(.keepsTarget) }
    if write.keepsSource { insert(.keepsSource) }
    if write.agreed != nil { insert(.hasAgreed) }
    if write.effects != nil { insert(.hasEffects) }
  }
}

/// Reads writes from bytes; nil where they end too early or hold what nobody wrote.
private struct IntentReader {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func write() -> Intent.Write? {
    guard let raw = byte(), let kind = Intent.Write.Kind(rawValue: raw),
      let flags = byte().map(WriteFlags.init),
      let source = guid(), let target = guid(), let sourceRead = version(),
      let targetRead = version(), let text = part(),
      let fields = String(validating: text, as: UTF8.self)
    else { return nil }
    var agreed: AgreedFields?
    if flags.contains(.hasAgreed) {
      guard let part = part() else { return nil }
      agreed = AgreedFields(bytes: Array(part))
    }
    var effects: CouplingEffects?
    if flags.contains(.hasEffects) {
      guard let toSales = number(), let toBC = number() else { return nil }
      effects = CouplingEffects(toSales: toSales, toBC: toBC)
    }
    return Intent.Write(
      kind, source: source, target: target, sourceRead: sourceRead.read,
      targetRead: targetRead.read, keepsTarget: flags.contains(.keepsTarget),
      keepsSource: flags.contains(.keepsSource), agreed: agreed, effects: effects,
      fields: fields)
  }

  /// So many bytes as the number before them says.
  private mutating func part() -> Slice<UnsafeRawBufferPointer>? {
    guard let length = number(), length >= 0, length <= bytes.count - index else { return nil }
    defer { index += Int(length) }
    return bytes[index..<index + Int(length)]
  }

  /// As programs wrote it that knew only ids: 33 bytes.
  mutating func first() -> Intent.Write? {
    guard let source = guid(), let target = guid(), let isNew = byte() else { return nil }
    return Intent.Write(
      isNew == 1 ? .creation : .update, source: source, target: target, sourceRead: nil)
  }

  /// A version that may be missing.
  private struct Version {
    let read: VersionRead?
  }

  private mutating func version() -> Version? {
    guard let kind = byte() else { return nil }
    if kind == 0 { return Version(read: nil) }
    guard kind <= 2, let number = number(), let modified = self.number() else { return nil }
    var lastOwn: Int64?
    if kind == 2 {
      guard let own = self.number() else { return nil }
      lastOwn = own
    }
    return Version(
      read: VersionRead(
        number: number, modified: DateTimeValue(milliseconds: modified), lastOwn: lastOwn))
  }

  private mutating func byte() -> UInt8? {
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  private mutating func guid() -> Guid? {
    guard bytes.count - index >= 16 else { return nil }
    defer { index += 16 }
    return Guid(bytes: bytes[index..<index + 16])
  }

  private mutating func number() -> Int64? {
    guard bytes.count - index >= 8 else { return nil }
    defer { index += 8 }
    return Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Int64.self))
  }
}
