extension SyntaxNode {
  /// The node on one line, as it may stand inside `{}`; comments are left out.
  public var flowText: String {
    if isMapping {
      let parts = entries.map { $0.key.flowText + ": " + $0.value.flowText }
      return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
    }
    if isSequence { return "[" + items.map(\.flowText).joined(separator: ", ") + "]" }
    switch style {
    case .plain: return text
    case .singleQuoted: return "'" + text.replacing("'", with: "''") + "'"
    case .doubleQuoted, .literal, .folded, .block, .flow: return text.debugDescription
    }
  }
}
