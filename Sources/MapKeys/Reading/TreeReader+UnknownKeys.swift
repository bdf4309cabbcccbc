import MapSource
import MapSyntax

extension TreeReader {
  /// Reports a key that its shape does not know.
  /// - Parameter isFree: whether a key does not stand in the map yet.
  /// - Returns: the key that was meant, where that is plain enough to go on with it.
  public func unknownKey(
    _ entry: SyntaxNode.Entry, in node: SyntaxNode, of title: String, among all: [String],
    isFree: (String) -> Bool
  ) -> String? {
    let key = entry.key
    let text = key.text
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
      ? "quote the name: ',' and '}' end it inside '{}'" : nil
  }
}
