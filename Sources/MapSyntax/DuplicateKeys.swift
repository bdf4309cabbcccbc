import MapSource

/// Keys that stand twice in one mapping; libyaml lets them pass.
enum DuplicateKeys {
  /// A key of a mapping: its node, its text and its place.
  struct Key {
    let index: Int32
    let text: ArraySlice<UInt8>
    let span: Span
  }

  /// A key that stands again.
  struct Repeated {
    let first: Int32
    let again: Int32
    let finding: Finding
  }

  /// - Parameters:
  ///   - children: keys and values in turn.
  ///   - key: the key; nil for one that is no scalar.
  static func find(in children: ArraySlice<Int32>, of key: (Int32) -> Key?) -> [Repeated] {
    let keys = stride(from: children.startIndex, to: children.endIndex, by: 2)
      .compactMap { key(children[$0]) }
    return keys.count <= 12 ? compare(keys) : hash(keys)
  }

  private static func compare(_ keys: [Key]) -> [Repeated] {
    var found: [Repeated] = []
    for later in keys.indices.dropFirst() {
      for earlier in 0..<later where keys[earlier].text.count == keys[later].text.count {
        if keys[earlier].text == keys[later].text {
          found.append(repeated(keys[later], first: keys[earlier]))
          break
        }
      }
    }
    return found
  }

  private static func hash(_ keys: [Key]) -> [Repeated] {
    var first: [ArraySlice<UInt8>: Key] = [:]
    var found: [Repeated] = []
    for key in keys {
      if let earlier = first[key.text] {
        found.append(repeated(key, first: earlier))
      } else {
        first[key.text] = key
      }
    }
    return found
  }

  private static func repeated(_ key: Key, first: Key) -> Repeated {
    Repeated(
      first: first.index, again: key.index,
      finding: Finding(
        "yaml-duplicate-key", "the key '\(String(decoding: key.text, as: UTF8.self))' stands twice",
        at: key.span, label: "again here", notes: [Finding.Note("first here", at: first.span)],
        help: "take one of them out"))
  }
}
