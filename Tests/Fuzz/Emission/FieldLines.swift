/// The fields of two tables and the field maps between them, as they are written in YAML.
struct FieldLines {
  let toBC: Bool
  let features: [String]
  private(set) var bc: [String] = []
  private(set) var sales: [String] = []
  private(set) var maps: [String] = []
  /// What records are filtered by.
  private(set) var conditions: [String] = []
  private(set) var refused: String?

  init(toBC: Bool, features: [String]) {
    self.toBC = toBC
    self.features = features
  }

  /// A reference of one record to another.
  mutating func reference(
    to pair: EmissionPair, _ names: (bc: String, sales: String), _ choices: inout Choices
  ) {
    let (own, partner) = (OddText.quoted(names.bc), OddText.quoted(names.sales))
    bc.append("name: \(own), type: code(20), refers-to: \(OddText.quoted(pair.bc))")
    let target = OddText.quoted(pair.sales)
    sales.append("name: \(partner), type: lookup, refers-to: { \(target): \(partner) }")
    let uncoupled = choices.pick(["wait", "synchronize", "later", "keep", "clear", "refuse"])
    let empty = choices.pick(["", ", empty: keep", ", empty: refuse"])
    let through = OddText.quoted(pair.mapping)
    maps.append(
      "bc: \(own), sales: \(partner), through: \(through), uncoupled: \(uncoupled)\(empty)")
  }

  /// A field on each side and what happens between them.
  mutating func field(
    _ names: (bc: String, sales: String), _ number: Int, _ choices: inout Choices
  ) {
    let kind = choices.pick(FieldKind.allCases)
    let target = choices.pick(kind.targets)
    let options = options(&choices)
    let source = (side: toBC ? "sales" : "bc", name: OddText.quoted(toBC ? names.sales : names.bc))
    let goal = (side: toBC ? "bc" : "sales", name: OddText.quoted(toBC ? names.bc : names.sales))
    declare(source.name, kind, options, isSource: true, &choices)
    declare(goal.name, target, options, isSource: false, &choices)
    var map =
      choices.chance(70)
      ? "bc: \(OddText.quoted(names.bc)), sales: \(OddText.quoted(names.sales))" : ""
    if map.isEmpty {
      map = "\(goal.side): \(goal.name), " + made(from: source, target, options, number, &choices)
    } else {
      map += changed(kind, target, options, number, &choices)
      if choices.chance(25) { conditions.append(condition(source.name, kind, options, &choices)) }
      if refused == nil, choices.chance(10) {
        refused = condition(source.name, kind, options, &choices)
      }
    }
    if target.isText || target == .text {
      map += ", too-long: \(choices.pick(["cut", "refuse", "keep"]))"
    }
    if target == .decimal || target == .money {
      map += ", too-precise: \(choices.pick(["round", "refuse"]))"
    }
    if target == .integer || target == .bigInteger { map += ", too-large: refuse" }
    if choices.chance(15) { map += ", only-on: \(choices.pick(["create", "update"]))" }
    if choices.chance(15) { map += ", because: \(OddText.quoted(OddText.name(&choices)))" }
    if toBC, choices.chance(15) { map += ", validate: false" }
    if !features.isEmpty, choices.chance(20) { map += ", if: \(choices.pick(features))" }
    maps.append(map)
  }

  private mutating func declare(
    _ name: String, _ kind: FieldKind, _ options: [String], isSource: Bool,
    _ choices: inout Choices
  ) {
    var line = "name: \(name), type: \(kind.type(&choices))"
    if kind == .option {
      let values = options.enumerated().map { "\(OddText.quoted($1)): \($0)" }
      line += ", values: { \(values.joined(separator: ", ")) }"
    }
    if toBC == isSource { sales.append(line) } else { bc.append(line) }
  }

  private func options(_ choices: inout Choices) -> [String] {
    var names: [String: String] = [:]
    for _ in 0...choices.below(5) {
      let name = OddText.name(&choices)
      let core = name.lowercased().filter { $0.isLetter || $0.isNumber }
      if names.values.contains(name) { continue }
      names[String(core)] = name
    }
    return names.values.sorted()
  }
}
