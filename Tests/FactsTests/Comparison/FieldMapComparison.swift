import MapCheck

/// The field maps of one mapping against the facts' rows on it.
struct FieldMapComparison: Sendable {
  /// The columns of `fieldmaps.tsv` that count.
  static let columns = [
    "bc field", "sales field", "direction", "constant value", "validate_bc", "clear_on_failed",
    "transformation", "seq", "variant", "condition", "status", "not_null", "match_key",
  ]

  /// A row, and the field map that it is about.
  struct Found {
    let row: FactRow
    let field: EffectiveFieldMap
  }

  let shipped: ShippedModel
  let mapping: String
  let rows: [FactRow]

  /// Everything that differs: row by row, in order, in the features, and what has no row.
  func differences() -> [Difference] {
    guard let place = shipped.checked.place(of: mapping) else {
      return [Difference(mapping: mapping, place: "mapping", what: "missing")]
    }
    let names = shipped.checked.model.mappings.map(\.name.value)
    var differences: [Difference] = []
    var found: [Found] = []
    var variants: [String] = []
    for row in rows where !variants.contains(row["variant"]) { variants.append(row["variant"]) }
    for variant in variants {
      var inVariant: [Found] = []
      for row in rows where row["variant"] == variant {
        guard let (owner, field) = field(of: row, in: place) else {
          differences.append(difference(row, "missing"))
          continue
        }
        let comparison = FieldMapRowComparison(
          row: row, mapping: owner, field: field, catalogue: shipped.checked.catalogue,
          mappingNames: names)
        differences += comparison.texts().map { difference(row, $0) }
        inVariant.append(Found(row: row, field: field))
      }
      differences += outOfOrder(inVariant).map { difference($0.row, "order") }
      found += inVariant
    }
    return differences + inOtherFeatures(found, place) + withoutRow(found, place)
  }

  private func difference(_ row: FactRow, _ what: String) -> Difference {
    Difference(
      mapping: mapping, variant: row["variant"], place: row["seq"], bc: row["bc field"],
      sales: row["sales field"], what: what)
  }

  private func features(of row: FactRow) -> [String] {
    FeatureWords.features(row["variant"]) + FeatureWords.features(row["condition"])
  }

  private func field(
    of row: FactRow, in place: Int
  ) -> (EffectiveMapping, EffectiveFieldMap)? {
    guard let mapping = shipped.mapping(place, features(of: row)) else { return nil }
    let fields = (mapping.fields + mapping.disabled).sorted { $0.place < $1.place }
    let (bc, sales) = (row["bc field"], row["sales field"])
    let named = fields.first { FieldKey($0).bc == bc && FieldKey($0).sales == sales }
    let field =
      named ?? fields.first { isLabel($0, bc, sales, of: mapping) || isText($0, bc, sales) }
    return field.map { (mapping, $0) }
  }

  /// The facts name the option field where an option mapping writes the option's label.
  private func isLabel(
    _ field: EffectiveFieldMap, _ bc: String, _ sales: String, of mapping: EffectiveMapping
  ) -> Bool {
    mapping.origin.tables.salesOption?.value == sales && FieldKey(field).bc == bc
      && FieldKey(field).sales == TableCatalogue.label
  }

  /// The facts name one of the fields that a text is made of.
  private func isText(_ field: EffectiveFieldMap, _ bc: String, _ sales: String) -> Bool {
    guard case .text(let template) = field.origin.source else { return false }
    return FieldKey(field).sales == sales && template.fields.contains { $0.value == bc }
  }

  /// The fewest rows that have to move so that the others stand in the files' order (B-2).
  private func outOfOrder(_ found: [Found]) -> [Found] {
    let kept = Set(LongestRun.places(found.map(\.field.place)))
    return found.indices.filter { !kept.contains($0) }.map { found[$0] }
  }

  /// Field maps that exist in other feature combinations than their rows say.
  private func inOtherFeatures(_ found: [Found], _ place: Int) -> [Difference] {
    var expected: [FieldKey: UInt64] = [:]
    for entry in found {
      expected[FieldKey(entry.field), default: 0] |=
        shipped.combinations(with: features(of: entry.row)) & shipped.existence[place]
    }
    var seen: Set<FieldKey> = []
    return found.compactMap { entry in
      let key = FieldKey(entry.field)
      let (should, does) = (expected[key] ?? 0, shipped.presence[place][key] ?? 0)
      guard should != does, seen.insert(key).inserted else { return nil }
      let isThere = should & ~does == 0
      let others = isThere ? does & ~should : should & ~does
      let more = others.nonzeroBitCount - 1
      return difference(
        entry.row,
        "\(isThere ? "there" : "not there") with \(shipped.names(ofFirst: others))"
          + (more > 0 ? ", and \(more) more combinations" : ""))
    }
  }

  private func withoutRow(_ found: [Found], _ place: Int) -> [Difference] {
    let known = Set(found.map { FieldKey($0.field) })
    var seen: Set<Int> = []
    return shipped.checked.mappings[place].all.flatMap { $0.fields + $0.disabled }
      .sorted { $0.place < $1.place }
      .filter { !known.contains(FieldKey($0)) && seen.insert($0.place).inserted }
      .map {
        let key = FieldKey($0)
        return Difference(
          mapping: mapping, place: "extra", bc: key.bc, sales: key.sales, what: "extra")
      }
  }
}
