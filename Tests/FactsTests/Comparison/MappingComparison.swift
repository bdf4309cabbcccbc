import MapCheck

/// One mapping against the facts' rows on it, one for each variant.
struct MappingComparison: Sendable {
  /// The columns of `mappings.tsv` that count.
  static let columns = [
    "bc table", "sales table", "direction", "bc filter", "sales filter", "synch_only_coupled",
    "prerequisites", "bc template", "sales template", "job_minutes", "inactivity_minutes",
    "sync_after_bulk_coupling", "create_new_on_no_match", "update_conflict",
    "deletion_conflict", "uncouple_handler", "coupling_handler", "sales_id_field", "part_of",
    "full_sync_line", "enabled_when",
  ]

  let shipped: ShippedModel
  let mapping: String
  let rows: [FactRow]
  /// The rows of `fieldmaps.tsv` on the mapping, for what they say about matching.
  let fieldMaps: [FactRow]

  /// Everything that differs, variant by variant, and the features in which the mapping exists.
  func differences() -> [Difference] {
    guard let place = shipped.checked.place(of: mapping) else {
      return [Difference(mapping: mapping, place: "mapping", what: "missing")]
    }
    return rows.flatMap { row -> [Difference] in
      guard let mapping = shipped.mapping(place, FeatureWords.features(row["variant"])) else {
        return [difference(row, "enabled_when", "not there")]
      }
      let comparison = MappingRowComparison(
        row: row, mapping: mapping, checked: shipped.checked, matchKeys: matchKeys(row))
      return comparison.differences().map { difference(row, $0.column, $0.what) }
    } + inOtherFeatures(place)
  }

  private func difference(_ row: FactRow, _ column: String, _ what: String) -> Difference {
    Difference(mapping: mapping, variant: row["variant"], place: column, what: what)
  }

  /// The Sales fields by which a variant matches; rows of `default` belong to every variant.
  private func matchKeys(_ row: FactRow) -> [String] {
    fieldMaps.filter {
      $0["match_key"] == "yes" && ["default", row["variant"]].contains($0["variant"])
    }.map { $0["sales field"] }
  }

  private func inOtherFeatures(_ place: Int) -> [Difference] {
    let should = rows.reduce(UInt64(0)) { result, row in
      let features =
        FeatureWords.features(row["variant"]) + FeatureWords.named(in: row["enabled_when"])
      return result | shipped.combinations(with: features)
    }
    let does = shipped.existence[place]
    guard should != does, let row = rows.first else { return [] }
    let isThere = should & ~does == 0
    let features = shipped.names(ofFirst: isThere ? does & ~should : should & ~does)
    return [difference(row, "enabled_when", "\(isThere ? "there" : "not there") with \(features)")]
  }
}
