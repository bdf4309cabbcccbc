/// Where a field map's value comes from, and what happens to it on the way.
extension FieldLines {
  /// A value that no single field gives.
  func made(
    from source: (side: String, name: String), _ target: FieldKind, _ options: [String],
    _ number: Int, _ choices: inout Choices
  ) -> String {
    switch choices.below(3) {
    case 0 where target.isText:
      let text = OddText.name(&choices).filter { $0 != "{" && $0 != "}" }
      return "text: \(OddText.quoted(text + "."))"
    case 1:
      return
        "compute: fn-\(number)-\(choices.below(1000))-\(target), from: { \(source.side): [\(source.name)] }"
    default: return "constant: \(target.value(&choices, options: options))"
    }
  }

  /// What a field map says of a copied value.
  func changed(
    _ kind: FieldKind, _ target: FieldKind, _ options: [String], _ number: Int,
    _ choices: inout Choices
  ) -> String {
    var map = ""
    if choices.chance(40), kind == target || kind.isText {
      let transforms = (0...choices.below(2)).compactMap { step in
        transform(kind, "\(number)-\(step)-\(choices.below(1000))", &choices)
      }
      if !transforms.isEmpty { map += ", transform: [\(transforms.joined(separator: ", "))]" }
    }
    if kind == .option, target == .option, choices.chance(50), let first = options.first {
      let values = options.map { "\(OddText.quoted($0)): \(OddText.quoted(first))" }
      map += ", values: { \(values.joined(separator: ", ")) }"
    }
    if choices.chance(30) {
      let use = "{ use: \(target.value(&choices, options: options)) }"
      map += ", empty: \(choices.pick(["clear", "keep", "refuse", use]))"
    }
    return map
  }

  private func transform(
    _ kind: FieldKind, _ name: String, _ choices: inout Choices
  ) -> String? {
    let odd = OddText.quoted(OddText.name(&choices))
    switch kind {
    case .text, .code, .memo:
      return choices.pick([
        "trim", "uppercase", "lowercase", "title-case", "{ substring: [1, 3] }", "digits-only",
        "alphanumeric-only", "{ prefix: \(odd) }", "{ suffix: \(odd) }",
        "{ replace: [\(odd), x] }", "{ matches: ['([a-z]+)-([0-9]+)', '$2'] }",
        "{ custom: custom-\(name) }",
      ])
    case .integer, .bigInteger: return choices.pick(["negate", "at-least-zero"])
    case .decimal, .money:
      return choices.pick(["negate", "at-least-zero", "{ round: 1 }", "{ multiply: 2.5 }"])
    case .boolean, .date, .dateTime, .guid, .option: return nil
    }
  }

  /// A condition that some record meets.
  func condition(
    _ field: String, _ kind: FieldKind, _ options: [String], _ choices: inout Choices
  ) -> String {
    let value = kind.value(&choices, options: options)
    let isOrdered: Bool
    switch kind {
    case .integer, .bigInteger, .decimal, .money, .date, .dateTime: isOrdered = true
    default: isOrdered = false
    }
    switch choices.below(5) {
    case 0 where isOrdered: return "\(field): { at-least: \(value) }"
    case 1 where isOrdered: return "\(field): { below: \(value) }"
    case 2: return "\(field): { not: \(value) }"
    case 3: return "\(field): [\(value)]"
    case 4 where kind.isText:
      return "\(field): { like: \(OddText.quoted(OddText.name(&choices) + "*")) }"
    default: return "\(field): \(value)"
    }
  }
}
