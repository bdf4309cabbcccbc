import CLibYAML

/// Turns libyaml's marks, which count code points, into byte offsets. Marks mostly come in order,
/// so a cursor that moves both ways from where it stands is all it takes.
struct ByteOffsets {
  /// The width of the byte order mark.
  let mark: Int
  private let source: [UInt8]
  private let isASCII: Bool
  private var index = 0
  private var byte: Int

  init(source: [UInt8], from mark: Int) {
    self.source = source
    self.mark = mark
    byte = mark
    isASCII = mark == 0 && Encoding.isASCII(source)
  }

  mutating func offset(of place: yaml_mark_t) -> Int {
    isASCII ? min(Int(place.index), source.count) : move(to: Int(place.index))
  }

  /// A mark that need not be near the last one.
  mutating func anyOffset(of place: yaml_mark_t) -> Int { offset(of: place) }

  private mutating func move(to target: Int) -> Int {
    while index < target, byte < source.count {
      byte += 1
      while byte < source.count, source[byte] & 0xC0 == 0x80 { byte += 1 }
      index += 1
    }
    while index > target, byte > mark {
      byte -= 1
      while byte > mark, source[byte] & 0xC0 == 0x80 { byte -= 1 }
      index -= 1
    }
    return byte
  }
}
