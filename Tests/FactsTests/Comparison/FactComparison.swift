import MapLanguage
import MapRuntime

/// Everything that is shipped against all facts.
struct FactComparison: Sendable {
  let shipped: ShippedModel
  let facts: Facts

  /// Field maps first, then mappings, then tables, each in the order of the facts.
  func differences() -> [Difference] {
    mappingNames.flatMap { fieldMaps(of: $0).differences() } + withoutFacts
      + mappingNames.flatMap { mapping($0).differences() }
      + tableNames.flatMap { table($0.name, on: $0.side).differences() }
  }

  /// The mappings that the facts know.
  var mappingNames: [String] { Self.unique(facts.mappings.map { $0["mapping name"] }) }

  func fieldMaps(of mapping: String) -> FieldMapComparison {
    FieldMapComparison(
      shipped: shipped, mapping: mapping,
      rows: facts.fieldMaps.filter { $0["mapping"] == mapping })
  }

  func mapping(_ name: String) -> MappingComparison {
    MappingComparison(
      shipped: shipped, mapping: name,
      rows: facts.mappings.filter { $0["mapping name"] == name },
      fieldMaps: facts.fieldMaps.filter { $0["mapping"] == name })
  }

  /// The tables of the facts, and those that only the files have.
  var tableNames: [(name: String, side: String)] {
    let facts = facts.tables.map { $0["system"] + "\t" + $0["table"] }
    let own = shipped.checked.model.tables.map { $0.side.name + "\t" + $0.name.value }
    return Self.unique(facts + own).map { name in
      let parts = name.split(separator: "\t").map(String.init)
      return (name: parts[1], side: parts[0])
    }
  }

  func table(_ name: String, on side: String) -> TableComparison {
    TableComparison(
      table: shipped.checked.model.tables.first {
        $0.name.value == name && $0.side.name == side
      }, side: side, name: name,
      rows: facts.tables.filter { $0["system"] == side && $0["table"] == name })
  }

  /// Mappings that the facts do not know, and rows on mappings that they do not list.
  private var withoutFacts: [Difference] {
    let known = Set(mappingNames)
    let own = shipped.checked.model.mappings.map(\.name.value).filter { !known.contains($0) }
    let rows = Self.unique(facts.fieldMaps.map { $0["mapping"] }).filter { !known.contains($0) }
    return own.map { Difference(mapping: $0, place: "mapping", what: "extra") }
      + rows.map { Difference(mapping: $0, place: "mapping", what: "rows of no mapping") }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
