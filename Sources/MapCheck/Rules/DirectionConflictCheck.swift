import MapLanguage
import MapRuntime
import MapSource

/// `direction-conflict`: something is said for a direction that is not there.
enum DirectionConflictCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    let forms = context.resolved.mappings[mapping.place].all
    return fields(of: mapping, forms) + optionMapping(mapping) + creations(of: mapping)
      + templates(of: mapping) + conditions(of: mapping, forms)
  }

  // MARK: Field maps

  private static func fields(
    of mapping: EffectiveMapping, _ forms: [EffectiveMapping]
  ) -> [Finding] {
    var findings: [Finding] = []
    for field in mapping.fields + mapping.disabled {
      check(field, of: mapping, &findings)
      unusedChain(of: field, forms, &findings)
    }
    return findings
  }

  private static func check(
    _ field: EffectiveFieldMap, of mapping: EffectiveMapping, _ findings: inout [Finding]
  ) {
    let origin = field.origin
    if let own = origin.direction,
      !own.value.directions.allSatisfy(mapping.direction.includes)
    {
      findings.append(
        Finding(
          "direction-conflict",
          "a field map that goes '\(own.value.rawValue)' in a mapping that goes "
            + "'\(mapping.direction.rawValue)'",
          at: own.span, label: "outside the mapping's direction", notes: [mapping.directionNote],
          help: "take the field map's 'direction' out, or widen the mapping's"))
      return
    }
    guard let source = origin.source else { return }
    guard field.directions.isEmpty, let target = origin.bc ?? origin.sales else { return }
    let side: Side = origin.bc == nil ? .sales : .bc
    findings.append(
      Finding(
        "direction-conflict",
        "\(source.title) is written to the \(side.name) side, where this field map never writes",
        at: target.span, label: "never written",
        notes: origin.direction.map {
          [Finding.Note("the field map goes '\($0.value.rawValue)'", at: $0.span)]
        } ?? [mapping.directionNote],
        help: "name a field of the \(side.other.name) side, or let it go "
          + "'to-\(side.name)'"))
  }

  /// Steps for a direction in which the field map goes under no features.
  private static func unusedChain(
    of field: EffectiveFieldMap, _ forms: [EffectiveMapping], _ findings: inout [Finding]
  ) {
    guard let chain = field.origin.transform, chain.isBothWays else { return }
    for (direction, steps) in [(Direction.toSales, chain.toSales), (.toBC, chain.toBC)] {
      guard let first = steps.first, !field.directions.contains(direction),
        !forms.contains(where: { $0.goes(direction, by: chain.span) })
      else { continue }
      findings.append(
        Finding(
          "direction-conflict",
          "the transform says what happens '\(direction.name)', where this field map never goes",
          at: first.span, label: "never happens",
          notes: field.origin.direction.map {
            [Finding.Note("the field map goes '\($0.value.rawValue)'", at: $0.span)]
          } ?? [],
          help: "take '\(direction.name)' out of 'transform'"))
    }
  }

  // MARK: The mapping

  /// R A-6: an option mapping is never two-way.
  private static func optionMapping(_ mapping: EffectiveMapping) -> [Finding] {
    guard mapping.origin.isOptionMapping, mapping.direction == .both else { return [] }
    let tables = mapping.origin.tables
    return [
      Finding(
        "direction-conflict", "an option mapping goes one way only",
        at: mapping.origin.direction?.span ?? tables.salesOption?.span ?? tables.sales.span,
        label: mapping.origin.direction == nil
          ? "goes both ways, because nothing else is said" : "",
        help: "say 'direction: to-sales' or 'direction: to-bc'")
    ]
  }

  private static func creations(of mapping: EffectiveMapping) -> [Finding] {
    var findings: [Finding] = []
    let directions = mapping.direction.directions
    for direction in Direction.allCases where !directions.contains(direction) {
      guard let create = mapping.create[direction] else { continue }
      findings.append(
        Finding(
          "direction-conflict",
          "records are created '\(direction.name)' by a mapping that goes "
            + "'\(mapping.direction.rawValue)'",
          at: create.rule.span, label: "never happens", notes: [mapping.directionNote],
          help: "take 'create.\(direction.name)' out, or widen the mapping's direction"))
    }
    // What is permitted the wrong way was meant for the right one.
    if !findings.isEmpty { return findings }
    if let scope = mapping.origin.scope, scope.value == .all,
      !directions.contains(where: mapping.creates)
    {
      findings.append(
        Finding(
          "direction-conflict", "scheduled runs are to create, and nothing permits it",
          at: scope.span, label: "'all' is without effect",
          help: "permit it with 'create: { \(directions[0].name): true }', or take 'scope' out"))
    }
    if let unmatched = mapping.origin.match?.unmatched, unmatched.value == .create,
      !mapping.creates(.toSales)
    {
      findings.append(
        Finding(
          "direction-conflict",
          "records without a match are to be created in Sales, "
            + "and nothing permits it",
          at: unmatched.span, label: "creates in Sales",
          notes: [Finding.Note("unmatched records are always created on the Sales side")],
          help: "permit it with 'create: { to-sales: true }', or say 'unmatched: report'"))
    }
    return findings
  }

  private static func templates(of mapping: EffectiveMapping) -> [Finding] {
    mapping.templates.compactMap { template in
      let direction: Direction = template.to == .sales ? .toSales : .toBC
      let permitted = mapping.creates(direction) && mapping.direction.includes(direction)
      guard !permitted else { return nil }
      return Finding(
        "direction-conflict",
        "a template for new \(template.to.name) records, which this mapping never creates",
        at: template.origin.to.span, label: "nothing is created there",
        help: "permit it with 'create: { \(direction.name): true }', or take the template out")
    }
  }
}

extension FieldSource {
  /// How messages name it.
  var title: String {
    switch self {
    case .field: "a field"
    case .constant: "a constant"
    case .text: "a text"
    case .generate: "a generated key"
    case .compute(let computation): "the result of '\(computation.name.value)'"
    case .related(let name, let field): "'\(name.value).\(field.value)'"
    case .first: "the first of a list"
    }
  }
}

extension EffectiveMapping {
  /// Whether the field map with the transform at a place goes in a direction.
  fileprivate func goes(_ direction: Direction, by chain: Span) -> Bool {
    (fields + disabled).contains {
      $0.origin.transform?.span == chain && $0.directions.contains(direction)
    }
  }
}
