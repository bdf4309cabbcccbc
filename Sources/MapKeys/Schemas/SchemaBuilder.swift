/// Turns the catalogue of keys into a JSON Schema, each shape a definition.
public struct SchemaBuilder {
  private var done: [String: JSONText] = [:]
  private var open: [(name: String, shape: any KeySet.Type, required: Bool, without: [String])] =
    []
  private var known: Set<String> = []

  public init() {}

  /// The whole schema of one kind of file; the same text every time.
  public mutating func document(
    of shape: any KeySet.Type, title: String, id: String
  ) -> String {
    let members = members(of: shape)
    let document = JSONText.object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string(id)), ("title", .string(title)),
      ] + members + [("$defs", .object(finish()))])
    return document.text + "\n"
  }

  /// The members that describe a map with a closed set of keys.
  public mutating func members(
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
  public mutating func finish() -> [(String, JSONText)] {
    while let next = open.popLast() {
      let members = members(of: next.shape, isWhole: next.required, without: next.without)
      done[next.name] = .object(members)
    }
    return done.sorted { $0.key < $1.key }
  }

  /// A description beside what it describes; `$ref` takes neighbours since 2019-09.
  public func described(_ schema: JSONText, _ summary: String) -> JSONText {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .string(summary))] + members)
  }

  /// What a kind of value looks like.
  public mutating func schema(of kind: ValueKind) -> JSONText {
    switch kind {
    case .text: return named("text", SchemaParts.text)
    case .value: return named("value", SchemaParts.value)
    case .boolean: return .object([("type", .string("boolean"))])
    case .integer: return .object([("type", .string("integer"))])
    case .words(let words): return .object([("enum", .strings(words))])
    case .duration: return named("duration", SchemaParts.duration)
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
    case .shape(let name, let write): return shape(name, write)
    }
  }

  /// A list of such items.
  public func list(_ item: JSONText) -> JSONText {
    .object([("type", .string("array")), ("items", item)])
  }

  /// One of several forms.
  public func either(_ schemas: [JSONText]) -> JSONText { .object([("anyOf", .array(schemas))]) }

  /// A definition under a name, and the reference to it.
  public mutating func named(_ name: String, _ schema: JSONText) -> JSONText {
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

  private mutating func shape(
    _ name: String, _ write: (inout SchemaBuilder) -> JSONText
  ) -> JSONText {
    known.insert(name).inserted ? named(name, write(&self)) : SchemaParts.reference(name)
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
}
