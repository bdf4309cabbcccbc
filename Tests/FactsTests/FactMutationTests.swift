import MapCompiler
import Testing

@testable import MapCheck

/// Every cell that counts is really compared: change it, and the differences change.
@Suite("changed facts")
struct FactMutationTests {
  private func comparison() throws -> FactComparison? {
    guard let facts = try Facts.shared() else { return nil }
    return FactComparison(
      shipped: ShippedModel(unchecked: try ShippedFiles()), facts: facts)
  }

  /// Another value of a cell: another word where the column has a few, else a text that no cell has.
  private func other(_ value: String, in column: String) -> String {
    switch column {
    case "direction": value == "to-integration" ? "bidirectional" : "to-integration"
    case "status": value == "enabled" ? "disabled" : "enabled"
    case "validate_bc", "clear_on_failed": value == "true" ? "false" : "true"
    case "not_null", "match_key", "key", "required", "synch_only_coupled", "uncouple_handler",
      "sync_after_bulk_coupling", "create_new_on_no_match":
      value == "yes" ? "no" : "yes"
    case "transformation": "lookup-coupling(NOWHERE)"
    case "job_minutes", "inactivity_minutes": value.isEmpty ? "30" : ""
    case "prerequisites": value + "|NOWHERE"
    case "bc filter", "sales filter": value.isEmpty ? "X = Y" : value + "; X = Y"
    case "bc template", "sales template": value.isEmpty ? "BCINONE" : ""
    case "options": value + ";99=Nowhere"
    case "length": value == "7" ? "8" : "7"
    default: value + "x"
    }
  }

  @Test("in a row on a field map")
  func fieldMaps() throws {
    guard let comparison = try comparison() else { return }
    for name in comparison.mappingNames {
      let original = comparison.fieldMaps(of: name).rows
      let before = differences(original, of: name, comparison)
      for (place, row) in original.enumerated() {
        let recorded = before.filter {
          $0.place == row["seq"] && $0.variant == row["variant"] && $0.bc == row["bc field"]
            && $0.sales == row["sales field"]
        }.map(\.what)
        for column in FieldMapComparison.columns where counts(column, in: row, recorded) {
          var rows = original
          rows[place][column] =
            column == "condition" ? otherCondition(row) : other(row[column], in: column)
          let after = differences(rows, of: name, comparison)
          #expect(after != before, "\(name) \(row["variant"]) \(row["seq"]): \(column)")
        }
        var rows = original
        rows.remove(at: place)
        let after = differences(rows, of: name, comparison)
        #expect(after != before, "\(name) \(row["variant"]) \(row["seq"]): left out")
      }
    }
  }

  /// What the rows on a mapping's field maps differ in, its match keys among them.
  private func differences(
    _ rows: [FactRow], of mapping: String, _ comparison: FactComparison
  ) -> [Difference] {
    FieldMapComparison(shipped: comparison.shipped, mapping: mapping, rows: rows).differences()
      + MappingComparison(
        shipped: comparison.shipped, mapping: mapping, rows: comparison.mapping(mapping).rows,
        fieldMaps: rows
      ).differences()
  }

  /// Whether a column of a row is compared, with what its row differs in.
  private func counts(_ column: String, in row: FactRow, _ recorded: [String]) -> Bool {
    // Of a row without a field map, only what names the field map can be compared.
    if recorded.contains("missing") { return ["bc field", "sales field"].contains(column) }
    switch column {
    // They say which rows belong together, and in which order (the test of it is below).
    case "seq", "variant": return false
    // It counts where BC is written from Sales.
    case "validate_bc":
      return row["direction"] != "to-integration" && row["constant value"].isEmpty
        && !recorded.contains { $0.hasPrefix("direction to-sales") }
    default: return true
    }
  }

  /// A condition that the row does not have by its variant or its mapping already.
  private func otherCondition(_ row: FactRow) -> String {
    if !row["condition"].isEmpty { return "" }
    return row["variant"].hasPrefix("unit-groups") ? "person-ownership-only" : "unit-groups-on"
  }

  @Test("in the order of the rows")
  func order() throws {
    guard let comparison = try comparison() else { return }
    var swapped = 0
    for name in comparison.mappingNames {
      let original = comparison.fieldMaps(of: name)
      let before = original.differences()
      for place in original.rows.indices.dropLast() {
        let (row, next) = (original.rows[place], original.rows[place + 1])
        let numbers = [row["seq"], next["seq"]]
        let isRecorded = before.contains {
          numbers.contains($0.place) && ["missing", "order"].contains($0.what)
        }
        guard row["variant"] == next["variant"], !isRecorded else { continue }
        var rows = original.rows
        rows.swapAt(place, place + 1)
        let after = FieldMapComparison(shipped: comparison.shipped, mapping: name, rows: rows)
          .differences()
        #expect(after.filter { $0.what == "order" }.count > 0, "\(name): \(numbers)")
        swapped += 1
      }
    }
    #expect(swapped > 100)
  }

  @Test("in a row on a mapping")
  func mappings() throws {
    guard let comparison = try comparison() else { return }
    for name in comparison.mappingNames {
      let original = comparison.mapping(name)
      let before = original.differences()
      for (place, row) in original.rows.enumerated() {
        for column in MappingComparison.columns {
          var rows = original.rows
          rows[place][column] = other(row[column], in: column)
          if column == "enabled_when" { rows[place][column] = otherFeatures(row) }
          let after = MappingComparison(
            shipped: comparison.shipped, mapping: name, rows: rows, fieldMaps: original.fieldMaps
          ).differences()
          #expect(after != before, "\(name) \(row["variant"]): \(column)")
        }
      }
    }
  }

  /// A sentence that limits a mapping to features other than its own.
  private func otherFeatures(_ row: FactRow) -> String {
    row["enabled_when"]
      + (row["variant"] == "one-way" || row["variant"] == "bidirectional"
        ? " and extended pricing on" : " and one-way sales order integration on")
  }

  @Test("in a row on a field of a table")
  func tables() throws {
    guard let comparison = try comparison() else { return }
    for (name, side) in comparison.tableNames {
      let original = comparison.table(name, on: side)
      guard let table = original.table else { continue }
      for row in original.rows {
        guard let field = table[row["field"]] else { continue }
        let before = FieldComparison(row: row, field: field).differences().map(\.what)
        for column in TableComparison.columns where counts(column, in: row) {
          var changed = row
          changed[column] = column == "access" ? "modify" : other(row[column], in: column)
          let after = FieldComparison(row: changed, field: field).differences().map(\.what)
          #expect(after != before, "\(side) \(name) \(row["field"]): \(column)")
        }
      }
    }
  }

  /// The key belongs to the table; Dataverse's `modify` says the access by itself.
  private func counts(_ column: String, in row: FactRow) -> Bool {
    switch column {
    case "key": false
    case "options": row["type"] == "option"
    case "readonly", "access": row["access"] != "modify"
    default: true
    }
  }

  @Test("in the fields and the key of a table")
  func wholeTables() throws {
    guard let comparison = try comparison() else { return }
    for (name, side) in comparison.tableNames {
      let original = comparison.table(name, on: side)
      guard original.table != nil, let first = original.rows.first else { continue }
      let before = original.differences()
      var keys = original.rows
      keys[0]["key"] = first["key"] == "yes" ? "no" : "yes"
      for rows in [keys, Array(original.rows.dropFirst()), Array(original.rows.dropLast())] {
        let after = TableComparison(table: original.table, side: side, name: name, rows: rows)
        #expect(after.differences() != before, "\(side) \(name)")
      }
    }
  }
}
