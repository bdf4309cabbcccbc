import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// Puts a field map into words.
struct ShownFieldBuilder {
  let checked: CheckedModel
  let mapping: EffectiveMapping
  let field: EffectiveFieldMap
  /// The field map in its author's words.
  let written: String
  var places: PlaceFinder

  private var origin: FieldMap { field.origin }

  mutating func shown() -> ShownFieldMap {
    ShownFieldMap(
      bc: origin.bc?.value, bcType: type(.bc), sales: origin.sales?.value, salesType: type(.sales),
      direction: field.isTwoWay ? "both" : field.directions.first?.name ?? "none",
      enabled: origin.isEnabled, source: field.source == nil ? nil : written,
      through: field.routes.map { checked.model.mappings[$0.mapping].name.value },
      follow: origin.follow.map { "\($0.table.value).\($0.field.value)" },
      together: origin.together, transforms: transforms(), settles: settles(),
      values: origin.values.map(Self.text),
      answers: answers(), lengths: lengths(), because: origin.because?.value,
      place: places.place(of: field.span))
  }

  private func described(_ side: Side) -> Field? {
    field.field(side).map { checked.catalogue[mapping.table(side)].fields[$0] }
  }

  /// `code(10) -> Currency`.
  private func type(_ side: Side) -> String? {
    guard let field = described(side) else { return nil }
    let tables = field.references?.targets.map(\.table.value) ?? []
    let refers = tables.isEmpty ? "" : " -> " + tables.joined(separator: ", ")
    return FieldTypeName.written(field.type.value) + refers
  }

  /// `{ Active: false, Retired: true }`
  private static func text(_ values: ValueMap) -> String {
    let pairs = values.pairs.map { pair in
      let targets = pair.targets.map { $0.value.written }
      let partners = targets.count == 1 ? targets[0] : "[\(targets.joined(separator: ", "))]"
      return "\(pair.source.value.written): \(partners)"
    }
    return "{ " + pairs.joined(separator: ", ") + " }"
  }

  private func transforms() -> [String: [String]] {
    var transforms: [String: [String]] = [:]
    for direction in field.directions where !field.transforms(direction).isEmpty {
      transforms[direction.name] = field.transforms(direction).map(ShownTransform.text)
    }
    return transforms
  }

  /// The steps of a two-way chain that settle, in their order.
  private func settles() -> [String] {
    guard field.isTwoWay, origin.transform?.isBothWays == false, let bc = described(.bc) else {
      return []
    }
    var type = bc.type.value
    var names: [String] = []
    // A chain with an error is shown to nobody, so each step is one that was written.
    for (step, call) in zip(field.transforms(.toSales), origin.transform?.toSales ?? []) {
      if case .lossy = step.undo(from: type) { names.append(call.name.value) }
      type = step.accepts(type) ?? type
    }
    return names
  }

  // MARK: Answers

  private mutating func answers() -> [Answer] {
    let own = mapping.origin.defaults
    let project = checked.model.project.defaults
    var answers = [
      answer("empty", empty, [origin.empty?.span, own.empty?.span, project.empty?.span])
    ]
    if !field.routes.isEmpty {
      answers.append(
        answer(
          "uncoupled", field.uncoupled.rawValue,
          [origin.uncoupled?.span, own.uncoupled?.span, project.uncoupled?.span]))
    }
    for direction in field.directions {
      guard let value = field.tooLong[direction]?.rawValue else { continue }
      let key = field.isTwoWay ? "too-long, \(direction.name)" : "too-long"
      answers.append(
        answer(key, value, [origin.tooLong?.span, own.tooLong?.span, project.tooLong?.span]))
    }
    if let value = field.tooPrecise?.rawValue, hasPlaces {
      answers.append(
        answer(
          "too-precise", value,
          [origin.tooPrecise?.span, own.tooPrecise?.span, project.tooPrecise?.span]))
    }
    if let value = field.tooLarge?.rawValue, isWhole {
      answers.append(
        answer(
          "too-large", value, [origin.tooLarge?.span, own.tooLarge?.span, project.tooLarge?.span]))
    }
    if field.includes(.toBC) {
      answers.append(
        answer(
          "validate", field.validates ? "true" : "false",
          [origin.validate?.span, own.validate?.span, project.validate?.span]))
    }
    if let otherwise = origin.values?.otherwise {
      answers.append(answer("otherwise", Self.text(otherwise.value), [otherwise.span]))
    }
    if let first = origin.sameAs.first {
      let others = origin.sameAs.map { "\($0.name.value).\($0.field.value)" }
      answers.append(answer("same-as", others.joined(separator: ", "), [first.name.span]))
    }
    if let only = origin.onlyOn {
      answers.append(answer("only-on", only.value.rawValue, [only.span]))
    }
    return answers
  }

  /// - Parameter spans: where the field map, the mapping's and the project's defaults say it.
  private mutating func answer(_ key: String, _ value: String, _ spans: [Span?]) -> Answer {
    let origins: [Answer.Origin] = [.author, .mapping, .project]
    for (span, from) in zip(spans, origins) {
      if let span {
        return Answer(key: key, value: value, from: from, place: places.place(of: span))
      }
    }
    return Answer(key: key, value: value, from: .language, place: nil)
  }

  private static func text(_ otherwise: ValueMap.Otherwise) -> String {
    switch otherwise {
    case .keep: "keep"
    case .refuse: "refuse"
    case .value(let literal): literal.value.written
    }
  }

  private var empty: String {
    switch field.empty {
    case .clear: "clear"
    case .keep: "keep"
    case .refuse: "refuse"
    case .useValue, .useField:
      if case .use(let literal, _) = origin.empty?.value {
        "use \(literal.value.written)"
      } else {
        "use"
      }
    }
  }

  private var hasPlaces: Bool {
    Side.allCases.contains { side in
      switch described(side)?.type.value {
      case .decimal, .money: true
      default: false
      }
    }
  }

  private var isWhole: Bool {
    field.directions.contains { direction in
      switch described(direction.target)?.type.value {
      case .integer, .bigInteger: true
      default: false
      }
    }
  }

  // MARK: Lengths

  private func lengths() -> [ShownLength] {
    guard field.routes.isEmpty, field.values == nil else { return [] }
    return field.directions.compactMap { direction in
      guard case .field? = field.source(direction), let target = described(direction.target),
        let source = described(direction.source), Self.isText(target.type.value),
        Self.isText(source.type.value)
      else { return nil }
      let longest = field.transforms(direction).reduce(Self.length(of: source.type.value)) {
        $1.longest(of: $0)
      }
      return ShownLength(
        direction: direction.name, longest: longest, holds: Self.length(of: target.type.value))
    }
  }

  private static func isText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .code, .memo: true
    default: false
    }
  }

  private static func length(of type: FieldType) -> Int? {
    switch type {
    case .code(let length): length
    case .text(let length), .memo(let length): length
    default: nil
    }
  }
}
