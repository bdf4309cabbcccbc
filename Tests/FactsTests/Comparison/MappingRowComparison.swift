import MapCheck
import MapLanguage
import MapRuntime

/// One mapping in one variant against its row in `mappings.tsv`.
struct MappingRowComparison {
  let row: FactRow
  let mapping: EffectiveMapping
  let checked: CheckedModel
  /// The Sales fields by which the facts match.
  let matchKeys: [String]

  /// What differs, by column; a column whose facts have two halves may differ twice.
  func differences() -> [(column: String, what: String)] {
    var result = [
      tables, direction, filters, scope, templates, schedule, matching, conflicts, handlers, place,
    ].flatMap { $0 }
    result += prerequisites
    return result.map { (column: $0.0, what: $0.1) }
  }

  private typealias Found = [(String, String)]

  /// The column and both values where they differ.
  private func compare(_ column: String, _ own: String, _ fact: String? = nil) -> Found {
    let fact = fact ?? row[column]
    return own == fact ? [] : [(column, "\(own) for \(fact)")]
  }

  private func yes(_ truth: Bool) -> String { truth ? "yes" : "no" }

  private var bc: Table { checked.catalogue[mapping.bcTable] }
  private var sales: Table { checked.catalogue[mapping.salesTable] }

  private var tables: Found {
    var sales = self.sales.name.value
    if mapping.origin.isOptionMapping { sales += " (option set)" }
    return compare("bc table", bc.name.value) + compare("sales table", sales) + id
  }

  private var id: Found {
    guard let option = mapping.origin.tables.salesOption?.value else {
      return compare("sales_id_field", Words.list(sales.key.map(\.value)))
    }
    return compare("sales_id_field", option + " (option value)")
  }

  private var direction: Found {
    compare("direction", mapping.direction.rawValue, Words.direction(row["direction"]))
  }

  private var hasCompany: Bool { sales.roles.company != nil }

  private var filters: Found {
    let company = mapping.company == .ownOrEmpty && hasCompany
    let factCompany = row["sales filter"].contains(FilterWords.company)
    return filter("bc filter", FilterWords.shipped(mapping.bcFilter, on: bc))
      + filter("sales filter", FilterWords.shipped(mapping.salesFilter, on: sales))
      + compare("sales filter", "company " + yes(company), "company " + yes(factCompany))
      + (mapping.outsideFilter == .follow ? [("outside-filter", "follow")] : [])
  }

  private func filter(_ column: String, _ own: [String: String]) -> Found {
    compare(column, FilterWords.text(own), FilterWords.text(FilterWords.facts(row[column])))
  }

  private var scope: Found { compare("synch_only_coupled", yes(mapping.scope == .coupled)) }

  /// The names of templates are the facts' own; what counts is that there is one.
  private var templates: Found {
    [("bc template", Side.bc), ("sales template", .sales)].flatMap { column, side in
      let has = mapping.templates.contains { $0.to == side }
      if has != row[column].isEmpty { return Found() }
      return compare(column, has ? "one" : "none", row[column].isEmpty ? "none" : nil)
    }
  }

  private var schedule: Found {
    compare("job_minutes", minutes(mapping.schedule?.every))
      + compare("inactivity_minutes", minutes(mapping.schedule?.sleep))
  }

  private func minutes(_ seconds: Int?) -> String {
    guard let seconds else { return "" }
    return seconds % 60 == 0 ? String(seconds / 60) : "\(seconds) seconds"
  }

  private var matching: Found {
    let match = mapping.match
    let groups = match?.groups.map { group in
      group.pairs.map { salesName($0) }.joined(separator: " + ")
    }
    return compare("sync_after_bulk_coupling", yes(match?.then == .synchronize))
      + compare("create_new_on_no_match", yes(match?.unmatched == .create))
      + compare("match_key", Words.list(groups ?? []), Words.list(matchKeys))
  }

  /// The facts name the option field where the label is matched.
  private func salesName(_ pair: EffectiveMatch.Pair) -> String {
    mapping.origin.tables.salesOption?.value ?? sales.fields[pair.sales].name.value
  }

  private var conflicts: Found {
    let update = ["none": "refuse"][row["update_conflict"]] ?? "unknown " + row["update_conflict"]
    let delete =
      ["none": "refuse", "remove-coupling": "uncouple"][row["deletion_conflict"]]
      ?? "unknown " + row["deletion_conflict"]
    return compare("update_conflict", mapping.conflict.update.rawValue, update)
      + compare("deletion_conflict", mapping.conflict.delete.rawValue, delete)
  }

  private var handlers: Found {
    compare("uncouple_handler", yes(hasCompany))
      + compare("coupling_handler", mapping.origin.isOptionMapping ? "option" : "table")
  }

  private var place: Found {
    compare("part_of", mapping.origin.parent?.value ?? "") + compare("full_sync_line", "yes")
  }

  /// Hard ones; what is missing and what is more have different reasons.
  private var prerequisites: Found {
    let names = checked.model.mappings.map(\.name.value)
    let own = Set(Prerequisites.edges(of: mapping).filter { !$0.isSoft }.map { names[$0.to] })
    let facts = Set(row.list("prerequisites", by: "|").map { String($0.prefix { $0 != "(" }) })
    let missing = facts.subtracting(own).sorted()
    let more = own.subtracting(facts).sorted()
    return (missing.isEmpty ? [] : [("prerequisites", "missing " + Words.list(missing))])
      + (more.isEmpty ? [] : [("prerequisites", "more " + Words.list(more))])
  }
}
