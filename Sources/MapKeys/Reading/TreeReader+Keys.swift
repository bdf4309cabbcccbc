import MapSource
import MapSyntax

extension TreeReader {
  /// Hands over the entries of a map whose keys its shape knows; says what is unknown or missing.
  /// A key that is plainly misspelt is handed over as the one that was meant, so that one mistake
  /// stays one finding.
  /// - Parameter needsAll: false where the map changes another one, key by key.
  /// - Returns: false where the node is no map, or a required key is missing.
  @inlinable @discardableResult
  public func read<Key: KeySet>(
    _ node: SyntaxNode, _ keys: Key.Type, _ name: @autoclosure () -> String,
    needsAll: Bool = true, _ body: (Key, SyntaxNode) -> Void
  ) -> Bool {
    readEntries(node, keys, name(), needsAll: needsAll) { body($0, $1.value) }
  }

  /// The same, with the key's own place.
  @inlinable @discardableResult
  public func readEntries<Key: KeySet>(
    _ node: SyntaxNode, _ keys: Key.Type, _ name: @autoclosure () -> String,
    needsAll: Bool = true, _ body: (Key, SyntaxNode.Entry) -> Void
  ) -> Bool {
    guard node.isMapping else {
      wrongKind(node, name(), takes: "a map")
      return false
    }
    let index = Key.index
    var seen: UInt64 = 0
    var unknown: [SyntaxNode.Entry] = []
    node.forEachEntry { entry in
      guard entry.key.isScalar else {
        wrongKind(entry.key, "a key of \(Key.title)", takes: "a text")
        return
      }
      guard let place = index.place(of: entry.key) else {
        unknown.append(entry)
        return
      }
      // A key that stands twice is the parser's finding; the first one holds, and something is left out.
      if entry.key.standsTwice { skip() }
      guard seen & 1 << UInt64(place) == 0 else { return }
      seen |= 1 << UInt64(place)
      if hasValue(entry, in: node) { body(index.keys[place], entry) }
    }
    var hasUnknown = false
    for (number, entry) in unknown.enumerated() {
      // `{ because: a, b, c }` is one name that was cut twice.
      if number > 0, entry.value.isNothing, node.style == .flow,
        unknown[number - 1].value.isNothing
      {
        continue
      }
      let place = unknownKey(entry, in: node, of: Key.title, among: Key.names) { key in
        index.place(of: key).map { seen & 1 << UInt64($0) == 0 } ?? false
      } fits: { key in
        index.place(of: key).map { index.keys[$0].rule.kind.mayBe(entry.value) } ?? true
      }.flatMap { index.place(of: $0) }
      guard let place else {
        hasUnknown = true
        continue
      }
      seen |= 1 << UInt64(place)
      body(index.keys[place], entry)
    }
    let missing = needsAll ? index.required & ~seen : 0
    // What is missing may be what the unknown key was meant for.
    if missing != 0, !hasUnknown {
      missingKeys(
        index.keys.indices.filter { missing & 1 << UInt64($0) != 0 }.map {
          index.keys[$0].rawValue
        }, of: Key.title, in: node)
    }
    return missing == 0
  }

  /// Whether an entry has a value; a key with nothing behind it is a finding.
  @usableFromInline
  func hasValue(_ entry: SyntaxNode.Entry, in node: SyntaxNode) -> Bool {
    guard entry.value.isNothing else { return true }
    // In these two, nothing is what an empty value is written as.
    if entry.key.matches("equals") || entry.key.matches("not") { return true }
    report(
      "wrong-kind", "'\(entry.key.text)' has no value", at: entry.key.span,
      help: nothingHelp(entry.key, in: node))
    return false
  }

  public func missingKeys(_ keys: [String], of title: String, in node: SyntaxNode) {
    report(
      "missing-key", "\(title) needs \(Self.listed(keys, "and"))", at: Self.place(of: node))
  }

  /// Where to say that something is missing in a map: all of `{}`, or the first key of a block.
  public static func place(of node: SyntaxNode) -> Span {
    guard node.isMapping, node.style == .block, let first = node.entries.first else {
      return node.span
    }
    return first.key.span
  }

  /// `'a', 'b' and 'c'`
  public static func listed(_ words: [String], _ joint: String) -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(joint) " + last
  }
}
