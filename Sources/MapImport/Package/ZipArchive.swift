import MapSource

/// The entries of a zip file that is held in memory, read within bounds: nothing is unpacked to disk,
/// and no entry becomes larger than it says, or than permitted.
struct ZipArchive {
  /// What the directory says of one entry.
  struct Entry {
    let name: String
    fileprivate let method: UInt16
    fileprivate let isEncrypted: Bool
    fileprivate let checksum: UInt32
    fileprivate let packedSize: Int
    let size: Int
    fileprivate let offset: Int
  }

  let entries: [Entry]
  private let bytes: ArraySlice<UInt8>
  private let source: SourceFile

  /// - Parameter bytes: the zip file, which may begin anywhere in its source.
  /// - Throws: `ImportProblem` where there is no directory, or it leads out of the file.
  init(_ bytes: ArraySlice<UInt8>, in source: SourceFile) throws(ImportProblem) {
    self.bytes = bytes
    self.source = source
    guard let end = Self.end(of: bytes) else {
      throw ImportProblem(
        "the file is no package: it has no directory of a zip file", in: source,
        help: "take the .app file as it was downloaded or built, all of it")
    }
    let reader = ByteReader(bytes)
    guard let count = reader.short(end + 10), let size = reader.long(end + 12),
      let offset = reader.long(end + 16)
    else { throw Self.damaged(source) }
    guard count != 0xFFFF, offset != 0xFFFF_FFFF else {
      throw ImportProblem(
        "the package is of more than 4 GB or 65,534 files, which is not read", in: source,
        help: "take the package of symbols, which AL downloads as .alpackages/*.app")
    }
    guard offset + size <= end else { throw Self.damaged(source) }
    var entries: [Entry] = []
    var next = offset
    for _ in 0..<count {
      guard let entry = Self.entry(at: &next, reader), next <= offset + size else {
        throw Self.damaged(source)
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// An entry's bytes.
  /// - Parameter limit: the most that they may be.
  /// - Throws: `ImportProblem` for one that is larger, damaged, or packed otherwise.
  func read(_ entry: Entry, limit: Int) throws(ImportProblem) -> [UInt8] {
    let name = entry.name
    guard !entry.isEncrypted else {
      throw problem("'\(name)' in the package is encrypted", "take a package with open symbols")
    }
    guard entry.size <= limit else {
      throw problem(
        "'\(name)' in the package says that it has \(entry.size) bytes, and \(limit) are read at most",
        "take the package from where it was published")
    }
    let reader = ByteReader(bytes)
    guard reader.long(entry.offset) == 0x0403_4B50, let nameSize = reader.short(entry.offset + 26),
      let moreSize = reader.short(entry.offset + 28)
    else { throw damaged(name) }
    let start = entry.offset + 30 + nameSize + moreSize
    guard let packed = reader.slice(start, entry.packedSize) else { throw damaged(name) }
    let unpacked: [UInt8]? =
      switch entry.method {
      case 0: entry.size == entry.packedSize ? Array(packed) : nil
      case 8: Inflation.inflate(packed, to: entry.size)
      default:
        throw problem(
          "'\(name)' in the package is packed in a way that is not read (\(entry.method))",
          "pack it by 'deflate', as AL does")
      }
    guard let unpacked, Inflation.checksum(unpacked) == entry.checksum else { throw damaged(name) }
    return unpacked
  }

  private func problem(_ message: String, _ help: String) -> ImportProblem {
    ImportProblem(message, in: source, help: help)
  }

  private func damaged(_ name: String) -> ImportProblem {
    problem("'\(name)' in the package is damaged", "download or build the package again")
  }

  private static func damaged(_ source: SourceFile) -> ImportProblem {
    ImportProblem(
      "the directory of the package is damaged", in: source,
      help: "download or build the package again")
  }

  /// Where the directory's end record begins, behind which a comment of 64 KB may stand.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let reader = ByteReader(bytes)
    var offset = bytes.count - 22
    let last = max(0, offset - 0xFFFF)
    while offset >= last {
      if reader.long(offset) == 0x0605_4B50, let comment = reader.short(offset + 20),
        offset + 22 + comment <= bytes.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private static func entry(at offset: inout Int, _ reader: ByteReader) -> Entry? {
    guard reader.long(offset) == 0x0201_4B50, let flags = reader.short(offset + 8),
      let method = reader.short(offset + 10), let checksum = reader.long(offset + 16),
      let packed = reader.long(offset + 20), let size = reader.long(offset + 24),
      let nameSize = reader.short(offset + 28), let more = reader.short(offset + 30),
      let comment = reader.short(offset + 32), let start = reader.long(offset + 42),
      let name = reader.slice(offset + 46, nameSize)
    else { return nil }
    offset += 46 + nameSize + more + comment
    return Entry(
      name: String(decoding: name, as: UTF8.self), method: UInt16(method),
      isEncrypted: flags & 1 == 1, checksum: UInt32(checksum), packedSize: packed, size: size,
      offset: start)
  }
}

/// Little-endian numbers of a file; nil beyond its end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func short(_ offset: Int) -> Int? { number(offset, 2) }
  func long(_ offset: Int) -> Int? { number(offset, 4) }

  func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return bytes[bytes.startIndex + offset..<bytes.startIndex + offset + count]
  }

  private func number(_ offset: Int, _ count: Int) -> Int? {
    slice(offset, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
