import MapLanguage
import MapRuntime
import MapSource

/// `prerequisite-direction`: a prerequisite never couples anything. It does not match, does not
/// create, and no other mapping of its two tables does; only people could couple its records.
enum PrerequisiteDirectionCheck {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    var seen: Set<Int> = []
    return Prerequisites.edges(of: mapping) { context.mapping($0) != nil }.compactMap { edge in
      guard seen.insert(edge.to).inserted, let target = context.mapping(edge.to),
        !couples(target, context)
      else { return nil }
      return Finding(
        "prerequisite-direction",
        "'\(target.name)' is a prerequisite of '\(mapping.name)', and nothing couples its records",
        at: edge.span, severity: .warning, label: "couples nothing by itself",
        notes: [
          Finding.Note(
            "it neither matches nor creates, and no other mapping of its tables does",
            at: target.origin.name.span)
        ],
        help: "give '\(target.name)' a `match`, or permit `create`")
    }
  }

  private static func couples(_ mapping: EffectiveMapping, _ context: CheckContext) -> Bool {
    if isCoupling(mapping) { return true }
    return (context.resolved.sharing[mapping.salesTable] ?? []).contains { place in
      guard let other = context.mapping(place), other.bcTable == mapping.bcTable,
        other.salesTable == mapping.salesTable
      else { return false }
      return isCoupling(other)
    }
  }

  private static func isCoupling(_ mapping: EffectiveMapping) -> Bool {
    !mapping.create.isEmpty || mapping.match?.groups.isEmpty == false || !mapping.knows(.match)
  }
}
