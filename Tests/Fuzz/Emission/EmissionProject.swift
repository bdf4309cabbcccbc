import MapLanguage
import MapSource

/// A project made of an input's choices; nearly all of them have no error.
struct EmissionProject {
  private(set) var files: [SourceFile] = []
  private var choices: Choices
  private var taken: Set<String> = []
  private let features: [String]

  init(_ input: [UInt8]) {
    choices = Choices(input)
    features = choices.chance(50) ? ["person", "team"] : []
    project()
    var pairs: [EmissionPair] = []
    for _ in 0...choices.below(3) {
      let pair = EmissionPair(
        bc: fresh(), sales: fresh(), mapping: fresh(), bcKey: fresh(), salesKey: fresh())
      write(pair, after: pairs)
      pairs.append(pair)
    }
  }

  private mutating func project() {
    var text = "project: \(OddText.quoted(OddText.name(&choices)))\n"
    if !features.isEmpty {
      text += "features:\n  choice: [\(features.joined(separator: ", "))]\n"
    }
    text += "settings:\n  limit: { type: integer, default: 3 }\n  word: { type: text(5) }\n"
    files.append(SourceFile(path: "mappings/project.yaml", text: text))
  }

  /// A name whose letters and digits no other has; two that only differ otherwise clash in Swift.
  private mutating func fresh() -> String {
    while true {
      let name = OddText.name(&choices)
      let core = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
      if taken.insert(core).inserted { return name }
      let longer = name + " n\(taken.count)"
      if taken.insert(core + "n\(taken.count)").inserted { return longer }
    }
  }

  private mutating func write(_ pair: EmissionPair, after earlier: [EmissionPair]) {
    let toBC = choices.chance(30)
    var lines = FieldLines(toBC: toBC, features: features)
    for number in 0...choices.below(9) {
      let names = (bc: fresh(), sales: fresh())
      if !earlier.isEmpty, choices.chance(15) {
        lines.reference(to: choices.pick(earlier), names, &choices)
      } else {
        lines.field(names, number, &choices)
      }
    }
    table(
      "bc", pair.bc, key: pair.bcKey, "code(20), required: true, default: number-series", lines.bc)
    table(
      "sales", pair.sales, key: pair.salesKey,
      "guid, access: create, required: true, default: system", lines.sales)
    mapping(pair, lines, toBC: toBC)
  }

  private mutating func table(
    _ side: String, _ name: String, key: String, _ type: String, _ fields: [String]
  ) {
    var text = "table: \(OddText.quoted(name))\nkey: [\(OddText.quoted(key))]\nfields:\n"
    text += "  - { name: \(OddText.quoted(key)), type: \(type) }\n"
    for field in fields { text += "  - { \(field) }\n" }
    files.append(SourceFile(path: "schemas/\(side)/\(FileName.of(name)).yaml", text: text))
  }

  private mutating func mapping(_ pair: EmissionPair, _ lines: FieldLines, toBC: Bool) {
    var text = "mapping: \(OddText.quoted(pair.mapping))\n"
    if choices.chance(50) {
      text += "description: \(OddText.quoted(OddText.name(&choices)))\n"
    }
    text +=
      "tables: { bc: \(OddText.quoted(pair.bc)), sales: \(OddText.quoted(pair.sales)) }\n"
    text += "direction: \(toBC ? "to-bc" : "to-sales")\n"
    let target = toBC ? "to-bc" : "to-sales"
    if choices.chance(70) { text += "create: { \(target): true }\n" }
    if choices.chance(30) { text += "schedule: { every: \(1 + choices.below(60))m, sleep: 12h }\n" }
    if !lines.conditions.isEmpty {
      let condition = lines.conditions.joined(separator: ", ")
      text += "filter: { \(toBC ? "sales" : "bc"): { \(condition) } }\noutside-filter: follow\n"
    }
    if let refused = lines.refused {
      let because = OddText.quoted(OddText.name(&choices))
      text +=
        "refuse: [{ when: { \(toBC ? "sales" : "bc"): { \(refused) } }, because: \(because) }]\n"
    }
    text += "fields:\n"
    for line in lines.maps { text += "  - { \(line) }\n" }
    files.append(SourceFile(path: "mappings/\(FileName.of(pair.mapping)).yaml", text: text))
  }
}
