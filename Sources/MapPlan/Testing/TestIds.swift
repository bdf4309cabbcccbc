import MapRuntime

/// The ids of one test: any word stands for a record, the same word for the same one.
struct TestIds: Sendable {
  private var words: [Guid: String] = [:]

  /// The id behind a word; a guid is itself.
  mutating func guid(_ word: String) -> Guid {
    let guid = Guid(parsing: word) ?? Guid(high: Self.hash(word, 1), low: Self.hash(word, 2))
    words[guid] = word
    return guid
  }

  /// The word that an id came from.
  func word(_ guid: Guid) -> String { words[guid] ?? guid.description }

  /// FNV-1a: the same on every machine and in every run.
  private static func hash(_ word: String, _ seed: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in [seed] + Array(word.utf8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
