import MapSource
import MapSyntax

extension TreeReader {
  /// Reports a key that its shape does not know.
  /// - Parameters:
  ///   - isFree: whether a key does not stand in the map yet.
  ///   - fits: whether a key takes a value of this kind.
  /// - Returns: the key that was meant, where that is plain enough to go on with it.
  public func unknownKey(
    _ entry: SyntaxNode.Entry, in node: SyntaxNode, of title: String, among all: [String],
    isFree: (String) -> Bool, fits: (String) -> Bool = { _ in true }
  ) -> String? {
    let key = entry.key
    let text = key.text
    if let finding = withoutColon(entry, in: node, among: all) {
      skip()
      note(finding)
      return nil
    }
    let message = "'\(text)' is not a key of \(title)"
    if entry.value.isNothing, let help = nothingHelp(key, in: node) {
      report("unknown-key", message, at: key.span, help: help)
      return nil
    }
    let elsewhere =
      catalogue.titles(knowing: text)
      ?? (catalogue.compiled.contains(text) ? ["a mapping's file, and compiled"] : nil)
    guard let nearest = Nearest(to: text, in: all), nearest.distance <= 1 || elsewhere == nil
    else {
      report("unknown-key", message, at: key.span, help: help(elsewhere: elsewhere, all: all))
      return nil
    }
    guard fits(nearest.word) else {
      report("unknown-key", message, at: key.span, help: "did you mean '\(nearest.word)'?")
      return nil
    }
    let isFree = isFree(nearest.word)
    let help = "did you mean '\(nearest.word)'?"
    let fix = Fix(
      certain: nearest.isCertain && isFree, edits: [Fix.Edit(key.span, nearest.word)])
    guard nearest.isOnly, isFree, !entry.value.isNothing else {
      report("unknown-key", message, at: key.span, help: help, fix: fix)
      return nil
    }
    note(Finding("unknown-key", message, at: key.span, help: help, fix: fix))
    return nearest.word
  }

  /// `{ bc: City, sales address1_city }`, and the same with `sales:address1_city` or `sales = …`:
  /// a known key that its colon does not end. Nil for anything else.
  private func withoutColon(
    _ entry: SyntaxNode.Entry, in node: SyntaxNode, among all: [String]
  ) -> Finding? {
    let key = entry.key
    guard key.style == .plain else { return nil }
    let text = key.text
    let known = text.prefix { !" :=".contains($0) }
    guard known.count < text.count, all.contains(String(known)) else { return nil }
    let rest = text.dropFirst(known.count).prefix { " :=".contains($0) }
    let value = text.dropFirst(known.count + rest.count)
    // Behind the colon of a value in brackets, the key is one of those in them.
    guard let first = value.first,
      entry.value.isNothing && node.style == .flow || "{[".contains(first)
    else { return nil }
    let right = "{[".contains(first) ? "\(known): \(first)" : "\(known): \(value)"
    return Finding(
      "unknown-key", "'\(text)' has no ':' with a space behind it", at: key.span,
      help: "write '\(right)'")
  }

  private func help(elsewhere: [String]?, all: [String]) -> String {
    if let elsewhere {
      return "it is a key of \(elsewhere.prefix(2).joined(separator: " and of ")): "
        + "valid there, not here"
    }
    return all.count <= 12
      ? "write \(Self.listed(all, "or"))"
      : "\(catalogue.schemaCommand) prints the keys that there are"
  }

  /// What to say about a key without a value: inside `{}` a comma or brace may have ended the
  /// name too early.
  public func nothingHelp(_ key: SyntaxNode, in node: SyntaxNode) -> String? {
    key.style == .plain && node.style == .flow
      ? Self.cutName : nil
  }
}
