import MapSource
import MapSyntax

extension TreeReader {
  /// The items of a list; what cannot be read is left out.
  @inlinable
  public func list<Item>(
    _ node: SyntaxNode, _ name: @autoclosure () -> String, _ item: (SyntaxNode) -> Item?
  ) -> [Item] {
    guard node.isSequence else {
      wrongKind(node, name(), takes: "a list")
      return []
    }
    return node.items.compactMap(item)
  }

  /// The items of a list, or one thing that stands for a list of it.
  @inlinable
  public func oneOrList<Item>(
    _ node: SyntaxNode, _ item: (SyntaxNode) -> Item?
  ) -> [Item] {
    node.isSequence ? node.items.compactMap(item) : item(node).map { [$0] } ?? []
  }

  /// A list of names.
  public func names(_ node: SyntaxNode, _ key: @autoclosure () -> String) -> [Located<String>] {
    let key = key()
    return list(node, key) { name($0, "an item of '\(key)'") }
  }

  /// A list of names, or one.
  public func oneOrMoreNames(
    _ node: SyntaxNode, _ key: @autoclosure () -> String
  ) -> [Located<String>] {
    guard node.isSequence else { return name(node, key()).map { [$0] } ?? [] }
    let key = key()
    if node.count == 0 { invalid("'\(key)' is an empty list", at: node.span) }
    return node.items.compactMap { name($0, "an item of '\(key)'") }
  }

  /// A list of texts, or one.
  public func oneOrMoreTexts(
    _ node: SyntaxNode, _ key: @autoclosure () -> String
  ) -> [Located<String>] {
    guard node.isSequence else { return text(node, key()).map { [$0] } ?? [] }
    let key = key()
    if node.count == 0 { invalid("'\(key)' is an empty list", at: node.span) }
    return node.items.compactMap { text($0, "an item of '\(key)'") }
  }

  /// What the entries of a map make whose keys the author chooses. A key that stands twice is the
  /// parser's finding, and nobody knows which was meant: it is left out.
  /// - Parameter namesOnly: whether its first one is read all the same, since what others name must be
  ///   there.
  @inlinable
  public func entries<Item>(
    _ node: SyntaxNode, _ name: @autoclosure () -> String, namesOnly: Bool = false,
    _ item: (Located<String>, SyntaxNode) -> Item?
  ) -> [Item] {
    guard node.isMapping else {
      wrongKind(node, name(), takes: "a map")
      return []
    }
    var items: [Item] = []
    items.reserveCapacity(node.count)
    var doubled: Set<String> = []
    node.forEachEntry { entry in
      guard let key = text(entry.key, "a key of '\(name())'") else { return }
      if entry.key.standsTwice {
        skip()
        guard namesOnly, doubled.insert(key.value).inserted else { return }
      }
      if let item = item(key, entry.value) { items.append(item) }
    }
    return items
  }

  /// The entries of such a map.
  public func entries(
    _ node: SyntaxNode, _ name: @autoclosure () -> String
  ) -> [(key: Located<String>, value: SyntaxNode)] {
    entries(node, name()) { (key: $0, value: $1) }
  }

  /// What to do with a name that a sign inside `{}` cut in two.
  static let cutName = "quote the name: ',' and '}' end it inside '{}'"

  /// The same where it may lack its colon instead.
  private static func cutOrColonless(_ name: String) -> String {
    name.contains { " :=".contains($0) }
      ? "write 'NAME: VALUE', with a space behind the colon, or " + cutName : cutName
  }

  /// Whether an entry of such a map has a value; in `{}` a name may have been cut in two.
  public func hasValue(_ value: SyntaxNode, key: Located<String>, in node: SyntaxNode) -> Bool {
    guard value.isNothing else { return true }
    report(
      "wrong-kind", "'\(key.value)' has no value", at: key.span,
      help: node.style == .flow ? Self.cutOrColonless(key.value) : nil)
    return false
  }
}
