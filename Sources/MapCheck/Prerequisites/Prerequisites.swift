import MapLanguage
import MapSource

/// Derives prerequisites: every `through` and `parent` makes its mapping one, `requires` adds what
/// no field shows (docs/language.md#mappings).
public enum Prerequisites {
  /// The edges of a mapping: of its parent, of its field maps in their order, of its `requires`.
  ///
  /// At most one for each mapping, reason and softness. A mapping is no prerequisite of itself: its
  /// own parents go first inside it. Disabled field maps take no part.
  /// - Parameter isActive: whether the mapping at a place exists in the feature set; edges to
  ///   others are left out.
  public static func edges(
    of mapping: EffectiveMapping, where isActive: (Int) -> Bool = { _ in true }
  ) -> [PrerequisiteEdge] {
    var edges: [PrerequisiteEdge] = []
    func counts(_ place: Int) -> Bool { place != mapping.place && isActive(place) }
    if let parent = mapping.parent, counts(parent) {
      edges.append(
        PrerequisiteEdge(
          from: mapping.place, to: parent, reason: .parent,
          span: mapping.origin.parent?.span ?? mapping.origin.name.span))
    }
    for field in mapping.fields {
      for (number, route) in field.routes.enumerated() where counts(route.mapping) {
        add(route.mapping, of: field, at: span(of: number, in: field), from: mapping, to: &edges)
      }
    }
    for requirement in mapping.requires where counts(requirement.mapping) {
      let isKnown = edges.contains { $0.to == requirement.mapping && $0.reason == .declared }
      if isKnown { continue }
      edges.append(
        PrerequisiteEdge(
          from: mapping.place, to: requirement.mapping, reason: .declared,
          span: requirement.origin.mapping.span, because: requirement.origin.because?.value))
    }
    return edges
  }

  /// Adds a field map to the edge that it shares with others, or a new edge.
  private static func add(
    _ target: Int, of field: EffectiveFieldMap, at span: Span, from mapping: EffectiveMapping,
    to edges: inout [PrerequisiteEdge]
  ) {
    let isSoft = field.uncoupled.isSoft
    let known = edges.firstIndex {
      $0.to == target && $0.reason == .through && $0.isSoft == isSoft
    }
    if let known {
      edges[known].fields.append(field.place)
    } else {
      edges.append(
        PrerequisiteEdge(
          from: mapping.place, to: target, reason: .through, fields: [field.place],
          isSoft: isSoft, span: span))
    }
  }

  /// Where the name of a route stands.
  static func span(of route: Int, in field: EffectiveFieldMap) -> Span {
    // A name that is no mapping leaves no route, and then the places no longer agree.
    let written = field.origin.through
    return written.count == field.routes.count ? written[route].span : field.span
  }
}
