import MapCheck
import MapLanguage
import MapRuntime

/// One field map against its row in `fieldmaps.tsv`.
struct FieldMapRowComparison {
  let row: FactRow
  let mapping: EffectiveMapping
  let field: EffectiveFieldMap
  let catalogue: TableCatalogue
  /// The names of all mappings, by place.
  let mappingNames: [String]

  /// What differs, each as a phrase.
  func texts() -> [String] {
    [
      direction, constant, status, uncoupled, empty, validation, reference, aboveZero, matchKey,
    ].compactMap { $0 }
  }

  private var direction: String? {
    let expected = Words.direction(row["direction"])
    let own = Words.directions(field.directions)
    return own == expected ? nil : "direction \(own) for \(expected)"
  }

  private var constant: String? {
    let expected = row["constant value"]
    var own = ""
    if case .constant(let operand) = field.source {
      let side: Side = field.sales == nil ? .bc : .sales
      own = Words.value(operand, of: described(side))
    }
    return own == expected ? nil : "constant \(own) for \(expected)"
  }

  private func described(_ side: Side) -> Field? {
    field.field(side).map { catalogue[mapping.table(side)].fields[$0] }
  }

  private var status: String? {
    let own = field.origin.isEnabled ? "enabled" : "disabled"
    return own == row["status"] ? nil : "\(own) for \(row["status"])"
  }

  private var uncoupled: String? {
    let clears = field.uncoupled == .clear || field.uncoupled == .later
    let expected = row["clear_on_failed"]
    if String(clears) == expected { return nil }
    return "uncoupled \(field.uncoupled.rawValue) for clear_on_failed \(expected)"
  }

  private var empty: String? {
    let expected = row["not_null"]
    switch field.empty {
    case .keep: return expected == "yes" ? nil : "empty keep for not_null \(expected)"
    case .clear: return expected == "no" ? nil : "empty clear for not_null \(expected)"
    case .refuse: return "empty refuse for not_null \(expected)"
    case .useField(let place):
      let table = catalogue[mapping.table(field.directions.first?.source ?? .bc)]
      return "empty use \(table.fields[place].name.value) for not_null \(expected)"
    case .useValue(let operand):
      return "empty use \(Words.value(operand, of: nil)) for not_null \(expected)"
    }
  }

  /// Only where BC is written from Sales does its validation matter.
  private var validation: String? {
    let isWritten = field.includes(.toBC) && !row["bc field"].isEmpty
    guard isWritten, row["constant value"].isEmpty else { return nil }
    let expected = row["validate_bc"]
    return String(field.validates) == expected
      ? nil : "validate \(field.validates) for \(expected)"
  }

  private var reference: String? {
    let own = field.routes.map { mappingNames[$0.mapping] }
    let expected = Words.references(row["transformation"])
    let agrees =
      expected.isChoice
      ? !own.isEmpty && Set(own).isSubset(of: expected.mappings)
      : Set(own) == Set(expected.mappings)
    if agrees { return nil }
    let (said, others) = (Words.list(own), Words.list(expected.mappings))
    return "through \(said) for \(others)"
  }

  private var aboveZero: String? {
    let expected = row["transformation"].contains("negative becomes 0")
    if field.toSales.contains(.atLeastZero) == expected { return nil }
    return expected ? "a negative number stays" : "a negative number becomes 0"
  }

  /// The facts' match keys serve in `match`; what else serves there is said by mapping.
  private var matchKey: String? {
    let pairs = mapping.match?.groups.flatMap(\.pairs) ?? []
    let serves = pairs.contains {
      $0.bc == field.bc && $0.sales == field.sales
        || field.bc == nil && $0.sales == field.sales
    }
    return row["match_key"] == "no" || serves ? nil : "no match by it"
  }
}
