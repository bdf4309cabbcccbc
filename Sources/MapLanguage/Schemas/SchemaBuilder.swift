/// Turns the catalogue of keys into a JSON Schema, each shape a definition.
struct SchemaBuilder {
  private var done: [String: JSONText] = [:]
  private var open: [(name: String, shape: any KeySet.Type, required: Bool, without: [String])] =
    []
  private var known: Set<String> = []

  /// The members that describe a map with a closed set of keys.
  mutating func members(
    of shape: any KeySet.Type, isWhole: Bool = true, without: [String] = []
  ) -> [(String, JSONText)] {
    var properties: [(String, JSONText)] = []
    for (name, rule) in shape.rules where !without.contains(name) {
      properties.append((name, described(schema(of: rule.kind), rule.summary)))
    }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
    ]
    let required = shape.rules.filter(\.rule.isRequired).map(\.name)
    if isWhole, !required.isEmpty { members.append(("required", .strings(required))) }
    members.append(("properties", .object(properties)))
    return members
  }

  /// The definitions that have been referred to, by name.
  mutating func finish() -> [(String, JSONText)] {
    while let next = open.popLast() {
      let members = members(of: next.shape, isWhole: next.required, without: next.without)
      done[next.name] = .object(members)
    }
    return done.sorted { $0.key < $1.key }
  }

  /// A description beside what it describes; `$ref` takes neighbours since 2019-09.
  private func described(_ schema: JSONText, _ summary: String) -> JSONText {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .string(summary))] + members)
  }

  private mutating func schema(of kind: ValueKind) -> JSONText {
    switch kind {
    case .text: return named("text", SchemaParts.text)
    case .value: return named("value", SchemaParts.value)
    case .boolean: return .object([("type", .string("boolean"))])
    case .integer: return .object([("type", .string("integer"))])
    case .words(let words): return .object([("enum", .strings(words))])
    case .duration: return named("duration", SchemaParts.duration)
    case .fieldType: return named("type", SchemaParts.fieldType)
    case .list(let item): return list(schema(of: item))
    case .oneOrList(let item):
      let item = schema(of: item)
      return either([item, list(item)])
    case .map(let value):
      return .object([
        ("type", .string("object")), ("additionalProperties", schema(of: value)),
      ])
    case .keys(let shape): return definition(shape, isWhole: true, without: [])
    case .someKeys(let shape, let without):
      return definition(shape, isWhole: false, without: without)
    case .either(let kinds): return either(kinds.map { schema(of: $0) })
    case .test: return test()
    case .condition: return condition()
    case .when: return when()
    case .transform: return transform()
    }
  }

  private func list(_ item: JSONText) -> JSONText {
    .object([("type", .string("array")), ("items", item)])
  }

  private func either(_ schemas: [JSONText]) -> JSONText { .object([("anyOf", .array(schemas))]) }

  private mutating func named(_ name: String, _ schema: JSONText) -> JSONText {
    done[name] = schema
    return SchemaParts.reference(name)
  }

  private mutating func definition(
    _ shape: any KeySet.Type, isWhole: Bool, without: [String]
  ) -> JSONText {
    let name = isWhole ? shape.definition : "some-of-" + shape.definition
    if known.insert(name).inserted { open.append((name, shape, isWhole, without)) }
    return SchemaParts.reference(name)
  }

  private mutating func test() -> JSONText {
    guard known.insert(FieldTestKey.definition).inserted else {
      return SchemaParts.reference(FieldTestKey.definition)
    }
    var members = members(of: FieldTestKey.self)
    members += [("minProperties", .number(1)), ("maxProperties", .number(1))]
    let value = schema(of: .value)
    return named(
      FieldTestKey.definition,
      either([
        value, list(SchemaParts.reference(FieldTestKey.definition)), .object(members),
      ]))
  }

  private mutating func condition() -> JSONText {
    guard known.insert("condition").inserted else { return SchemaParts.reference("condition") }
    let any = described(
      list(SchemaParts.reference("condition")), "One of these must hold, beside the other keys.")
    return named(
      "condition",
      .object([
        ("type", .string("object")), ("properties", .object([("any", any)])),
        ("additionalProperties", test()),
      ]))
  }

  private mutating func when() -> JSONText {
    let related = either([
      .object([("enum", .strings(["exists", "missing"]))]), condition(),
    ])
    return named(
      "when",
      .object([
        ("type", .string("object")),
        (
          "properties",
          .object([
            ("bc", described(condition(), "Of the Business Central record.")),
            ("sales", described(condition(), "Of the Sales record.")),
          ])
        ), ("additionalProperties", related),
      ]))
  }

  private mutating func transform() -> JSONText {
    guard known.insert("transform").inserted else { return SchemaParts.reference("transform") }
    let steps = named("step", SchemaParts.step(value: schema(of: .text)))
    let chain = named("steps", either([steps, list(steps)]))
    return named(
      "transform",
      either([
        chain,
        .object([
          ("type", .string("object")), ("additionalProperties", .bool(false)),
          ("minProperties", .number(1)),
          (
            "properties",
            .object(
              DirectedKey.allCases.map { key in
                (key.rawValue, described(chain, key.rule.summary))
              })
          ),
        ]),
      ]))
  }
}
