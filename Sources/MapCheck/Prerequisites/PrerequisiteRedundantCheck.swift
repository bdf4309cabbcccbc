import MapLanguage
import MapRuntime
import MapSource

/// `prerequisite-redundant`: a `requires` says what a field map, the parent or another prerequisite
/// gives already. With a `because` it is a restatement that somebody meant; `same-record` asks more
/// than any of them.
enum PrerequisiteRedundantCheck {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    guard !mapping.requires.isEmpty else { return [] }
    let edges = Self.edges(of: mapping, context)
    var seen: Set<Int> = []
    return mapping.requires.compactMap { requirement in
      let isRepeated = !seen.insert(requirement.mapping).inserted
      let origin = requirement.origin
      guard origin.because == nil, !origin.isSameRecord,
        let reason = reason(requirement.mapping, isRepeated, mapping, edges, context)
      else { return nil }
      return Finding(
        "prerequisite-redundant",
        "'\(origin.mapping.value)' is a prerequisite of '\(mapping.name)' already",
        at: origin.mapping.span, severity: .warning, label: "says nothing new", notes: [reason],
        help: "take it out, or say `because`")
    }
  }

  private static func edges(
    of mapping: EffectiveMapping, _ context: CheckContext
  ) -> [PrerequisiteEdge] {
    Prerequisites.edges(of: mapping) { context.mapping($0) != nil }.filter { !$0.isSoft }
  }

  /// Why the mapping is needed anyway.
  private static func reason(
    _ target: Int, _ isRepeated: Bool, _ mapping: EffectiveMapping, _ edges: [PrerequisiteEdge],
    _ context: CheckContext
  ) -> Finding.Note? {
    if isRepeated { return Finding.Note("it is required above") }
    if let direct = edges.first(where: { $0.to == target && $0.reason != .declared }) {
      let what = direct.reason == .parent ? "it is the parent" : "a field map refers through it"
      return Finding.Note(what, at: direct.span)
    }
    let implying = edges.first {
      $0.to != target && reaches(target, from: $0.to, without: mapping.place, context)
    }
    return implying.map { edge in
      let name = context.model.mappings[edge.to].name.value
      return Finding.Note("'\(name)' needs it first", at: edge.span)
    }
  }

  /// Whether one mapping comes after another by hard edges.
  private static func reaches(
    _ target: Int, from start: Int, without excluded: Int, _ context: CheckContext
  ) -> Bool {
    var seen: Set<Int> = [excluded, start]
    var open = [start]
    while let place = open.popLast() {
      guard let mapping = context.mapping(place) else { continue }
      for edge in edges(of: mapping, context) {
        if edge.to == target { return true }
        if seen.insert(edge.to).inserted { open.append(edge.to) }
      }
    }
    return false
  }
}
