import MapRuntime

/// Refusals in words.
package enum Explanation {
  package static func of<Mapping: CompiledMapping>(
    _ refusal: RecordRefusal, _ mapping: Mapping.Type
  ) -> String {
    if refusal.reason == .refuse, Mapping.refusals.indices.contains(refusal.rule) {
      return Mapping.refusals[refusal.rule]
    }
    let name = name(refusal.rule, mapping)
    return switch refusal.reason {
    case .empty: "\(name): the source is empty, and the mapping refuses that"
    case .tooLong:
      refusal.lengths.map { lengths in
        "\(name): the text has \(lengths.text) characters, and there is room for \(lengths.target)"
      } ?? "\(name): the text is longer than there is room for"
    case .tooPrecise: "\(name): the number has more places than the target holds"
    case .otherwise: "\(name): the value is none of those that the mapping translates"
    case .sameAs: "\(name): the value is not the one that it must agree with"
    case .ofAnother: "\(name): the source refers to a part of another record than is named here"
    case .value: "\(name): the value does not fit the target's type"
    case .states: "\(name): the document's state refuses it"
    case .refuse, .uncoupled, .waiting: "\(name): refused"
    }
  }

  /// A rule as people know it: by the fields of its field map.
  static func name<Mapping: CompiledMapping>(_ rule: Int, _ mapping: Mapping.Type) -> String {
    Mapping.rules.indices.contains(rule) ? "'\(Mapping.rules[rule].name)'" : "a rule"
  }
}
