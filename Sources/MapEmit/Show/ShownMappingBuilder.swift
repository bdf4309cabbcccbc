import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// Puts a checked mapping into words.
struct ShownMappingBuilder {
  let checked: CheckedModel
  let mapping: EffectiveMapping
  let written: WrittenMapping
  var places: PlaceFinder

  var origin: Mapping { mapping.origin }
  var project: Project { checked.model.project }

  /// - Parameter node: the mapping in its graph.
  mutating func shown(_ node: GraphNode, features: [String]) -> ShownMapping {
    ShownMapping(
      mapping: mapping.name, description: origin.description?.value, features: features,
      place: node.place, bc: node.bc, sales: node.sales, direction: node.direction,
      rules: rules(), answers: answers(), wave: node.wave, prerequisites: node.needs.map(Self.need),
      fields: fields(), tests: origin.tests.map(\.name.value))
  }

  private static func need(_ need: GraphNeed) -> ShownMapping.Need {
    ShownMapping.Need(
      mapping: need.mapping, reason: need.reason.rawValue, soft: need.isSoft, fields: need.fields,
      places: need.reasons.map(\.place))
  }

  private mutating func fields() -> [ShownFieldMap] {
    let all = (mapping.fields + mapping.disabled).sorted { $0.place < $1.place }
    let written = written.fields
    var shown: [ShownFieldMap] = []
    for field in all {
      var builder = ShownFieldBuilder(
        checked: checked, mapping: mapping, field: field, written: written[field.place].text,
        places: places)
      shown.append(builder.shown())
      places = builder.places
    }
    return shown
  }

  /// What its author wrote of records: which, and what becomes of them; lists item by item.
  private mutating func rules() -> [Answer] {
    var rules: [Answer] = []
    func add(_ key: String, _ part: WrittenMapping.Part?) {
      guard let part else { return }
      rules.append(
        Answer(key: key, value: part.text, from: .author, place: places.place(of: part.span)))
    }
    for side in Side.allCases { add("filter.\(side.name)", written.part("filter", side.name)) }
    add("match", written.part("match"))
    for template in written.items("templates") { add("template", template) }
    for key in ["copy-to", "empty-means", "related"] { add(key, written.part(key)) }
    for refusal in written.items("refuse") { add("refuse", refusal) }
    for key in WrittenMapping.documentKeys + ["rules"] {
      guard key == "after", let document = mapping.document else {
        add(key, written.part(key))
        continue
      }
      // Only those that happen under these features.
      for event in document.effects.map(\.event.rawValue) {
        add("\(key).\(event)", written.part(key, event))
      }
    }
    return rules
  }

  /// What holds for each key of the mapping.
  private mutating func answers() -> [Answer] {
    var all = [
      answer("direction", mapping.direction.rawValue, origin.direction?.span),
      answer("company", mapping.company.rawValue, origin.company?.span),
      answer("outside-filter", mapping.outsideFilter.rawValue, origin.outsideFilter?.span),
      answer("scope", mapping.scope.rawValue, origin.scope?.span),
    ]
    for direction in Direction.allCases {
      let rule = origin.create[direction]
      let limited = mapping.create[direction].flatMap { create in
        create.enabledBy == nil && create.when == nil
          ? nil : written.part("create", direction.name)?.text
      }
      all.append(
        answer(
          "create.\(direction.name)", limited ?? (mapping.creates(direction) ? "true" : "false"),
          rule?.span))
    }
    if let match = mapping.match {
      all += [
        answer("match.unmatched", match.unmatched.rawValue, origin.match?.unmatched?.span),
        answer("match.then", match.then.rawValue, origin.match?.then?.span),
      ]
    }
    all += [
      answer("conflict.update", mapping.conflict.update.rawValue, origin.conflict.update?.span),
      answer("conflict.by", mapping.conflict.by.rawValue, origin.conflict.by?.span),
      answer("conflict.delete", mapping.conflict.delete.rawValue, origin.conflict.delete?.span),
      answer("unmapped", (origin.unmapped?.value ?? .ignore).rawValue, origin.unmapped?.span),
    ]
    return all + schedule()
  }

  private mutating func schedule() -> [Answer] {
    let own = origin.schedule
    guard let schedule = mapping.schedule else {
      let value = mapping.parent != nil && own == nil ? "with its header" : "none"
      return [answer("schedule", value, nil)]
    }
    var answers: [Answer] = []
    let keys = [
      ("schedule.every", Optional(schedule.every), own?.every, project.schedule?.every),
      ("schedule.sleep", schedule.sleep, own?.sleep, project.schedule?.sleep),
    ]
    for (key, seconds, own, standard) in keys {
      guard let seconds else { continue }
      let from: Answer.Origin = own == nil ? .project : .author
      answers.append(
        Answer(
          key: key, value: Self.duration(seconds), from: from,
          place: (own ?? standard).map { places.place(of: $0.span) }))
    }
    if let wake = own?.wake ?? project.schedule?.wake {
      answers.append(
        Answer(
          key: "schedule.wake", value: wake.value ? "true" : "false",
          from: own?.wake == nil ? .project : .author, place: places.place(of: wake.span)))
    }
    return answers
  }

  private mutating func answer(_ key: String, _ value: String, _ span: Span?) -> Answer {
    Answer(
      key: key, value: value, from: span == nil ? .language : .author,
      place: span.map { places.place(of: $0) })
  }

  /// `1800` as `30m`.
  private static func duration(_ seconds: Int) -> String {
    let units = [(86_400, "d"), (3_600, "h"), (60, "m")]
    for (size, unit) in units where seconds % size == 0 { return "\(seconds / size)\(unit)" }
    return "\(seconds)s"
  }
}

extension ShownMapping {
  /// The mapping at a place of the model; nil where the features leave it out.
  public static func of(
    _ place: Int, in plan: Plan, under features: FeatureSet, sources: SourceSet
  ) -> ShownMapping? {
    guard let mapping = plan.checked.mapping(place, in: features) else { return nil }
    let document = GraphDocument(plan, in: features, sources: sources)
    guard let node = document.nodes.first(where: { $0.name == mapping.name }) else { return nil }
    let file = mapping.origin.name.span.file
    let written = WrittenMapping(sources[file], file: file) {
      plan.checked.features.guard($0).holds(in: features)
    }
    var builder = ShownMappingBuilder(
      checked: plan.checked, mapping: mapping, written: written, places: PlaceFinder(sources))
    return builder.shown(node, features: document.features)
  }
}
