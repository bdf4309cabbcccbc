/// Decisions that an input makes: its bytes first, then numbers that follow from them.
struct Choices {
  private let bytes: [UInt8]
  private var place = 0
  private var state: UInt64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
  }

  /// A number from 0 up to `count`.
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    if place < bytes.count {
      place += 1
      return Int(bytes[place - 1]) % count
    }
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 1) % count
  }

  /// Whether something that happens so often in a hundred happens.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
