import MapLanguage
import MapRuntime
import MapSource

/// Names under `rules` are on the runtime's list, and act in a direction that the mapping has.
enum NamedRuleCheck {
  static let pass = CheckPass(reach: .own) { mapping, _ in
    var seen: [String: Span] = [:]
    return mapping.origin.rules.compactMap { name in
      if let earlier = seen.updateValue(name.span, forKey: name.value) {
        return Finding(
          "invalid-value", "the rule '\(name.value)' stands twice", at: name.span,
          label: "again here", notes: [Finding.Note("first here", at: earlier)],
          help: "take one of them out")
      }
      guard let rule = NamedRule(rawValue: name.value) else { return unknown(name) }
      guard let direction = rule.direction, !mapping.direction.includes(direction) else {
        return nil
      }
      return Finding(
        "invalid-value",
        "the rule '\(name.value)' acts '\(direction.name)', where this mapping never goes",
        at: name.span, label: "without effect", help: "take it out")
    }
  }

  private static func unknown(_ name: Located<String>) -> Finding {
    let known = NamedRule.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name.value, among: known)
    return Finding(
      "invalid-value", "'\(name.value)' is no rule of the runtime", at: name.span,
      label: nearest.map { "did you mean '\($0)'?" } ?? "",
      help: "the rules are " + known.map { "'\($0)'" }.joined(separator: ", "),
      fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) })
  }
}
