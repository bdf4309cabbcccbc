import MapKeys

/// How a transform looks in a JSON Schema: steps, or steps for each direction.
enum TransformSchema {
  static func write(to builder: inout SchemaBuilder) -> JSONText {
    let steps = builder.named(
      "step", SchemaParts.step(value: builder.schema(of: .text)))
    let chain = builder.named("steps", builder.either([steps, builder.list(steps)]))
    let directed = DirectedKey.allCases.map { key in
      (key.rawValue, builder.described(chain, key.rule.summary))
    }
    return builder.either([
      chain,
      .object([
        ("type", .string("object")), ("additionalProperties", .bool(false)),
        ("minProperties", .number(1)), ("properties", .object(directed)),
      ]),
    ])
  }
}
