import MapSource

/// Keys that stand twice in one mapping; libyaml lets them pass.
enum DuplicateKeys {
  /// - Parameters:
  ///   - children: keys and values in turn.
  ///   - key: the text and place of a key; nil for one that is no scalar.
  static func find(
    in children: ArraySlice<Int32>, of key: (Int32) -> (text: ArraySlice<UInt8>, span: Span)?
  ) -> [Finding] {
    let keys = stride(from: children.startIndex, to: children.endIndex, by: 2)
      .compactMap { key(children[$0]) }
    return keys.count <= 12 ? compare(keys) : hash(keys)
  }

  private static func compare(_ keys: [(text: ArraySlice<UInt8>, span: Span)]) -> [Finding] {
    var findings: [Finding] = []
    for later in keys.indices.dropFirst() {
      for earlier in 0..<later where keys[earlier].text.count == keys[later].text.count {
        if keys[earlier].text == keys[later].text {
          findings.append(finding(keys[later].text, keys[later].span, first: keys[earlier].span))
          break
        }
      }
    }
    return findings
  }

  private static func hash(_ keys: [(text: ArraySlice<UInt8>, span: Span)]) -> [Finding] {
    var first: [ArraySlice<UInt8>: Span] = [:]
    var findings: [Finding] = []
    for key in keys {
      if let earlier = first[key.text] {
        findings.append(finding(key.text, key.span, first: earlier))
      } else {
        first[key.text] = key.span
      }
    }
    return findings
  }

  private static func finding(_ text: ArraySlice<UInt8>, _ span: Span, first: Span) -> Finding {
    Finding(
      "yaml-duplicate-key", "the key '\(String(decoding: text, as: UTF8.self))' stands twice",
      at: span, label: "again here", notes: [Finding.Note("first here", at: first)],
      help: "take one of them out")
  }
}
