import MapKeys

/// The small definitions of the language's schemas.
enum SchemaParts {
  static let fieldType = JSONText.object([
    ("type", .string("string")),
    (
      "pattern",
      .string(
        "^(text|memo|(text|code|memo)\\([1-9][0-9]*\\)|decimal\\(([0-9]|10)\\)|integer|bigint"
          + "|money|boolean|date|datetime|guid|option|lookup)$")
    ),
  ])

  /// One step of a transform: a name, or a name with what it needs.
  static func step(value: JSONText) -> JSONText {
    var names: [String] = []
    var properties: [(String, JSONText)] = []
    for (name, shape) in TransformShape.all {
      switch shape {
      case .nothing: names.append(name)
      case .texts(1), .name: properties.append((name, value))
      case .texts(let count): properties.append((name, list(value, count)))
      case .wholeNumbers(1): properties.append((name, wholeNumber))
      case .wholeNumbers(let count): properties.append((name, list(wholeNumber, count)))
      case .decimal: properties.append((name, .object([("type", .string("number"))])))
      }
    }
    return .object([
      (
        "anyOf",
        .array([
          .object([("enum", .strings(names))]),
          .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            ("minProperties", .number(1)), ("maxProperties", .number(1)),
            ("properties", .object(properties)),
          ]),
        ])
      )
    ])
  }

  private static let wholeNumber = JSONText.object([
    ("type", .string("integer")), ("minimum", .number(0)),
  ])

  private static func list(_ item: JSONText, _ count: Int) -> JSONText {
    .object([
      ("type", .string("array")), ("items", item), ("minItems", .number(count)),
      ("maxItems", .number(count)),
    ])
  }
}
