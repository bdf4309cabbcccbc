import MapSource

/// A project whose texts are longer than a line of generated Swift.
enum LongTexts {
  static let text = String(repeating: "word word word é ", count: 12) + "it's \"said\""
  private static let quoted = "'" + text.replacing("'", with: "''") + "'"

  static let project = [
    SourceFile(path: "mappings/project.yaml", text: "project: long\n"),
    SourceFile(
      path: "mappings/LONG.yaml",
      text: """
        mapping: LONG
        description: \(quoted)
        tables: { bc: Thing, sales: thing }
        direction: to-sales
        filter: { bc: { Other: { not: \(quoted) }, Kind: [Plain, \(quoted)] } }
        outside-filter: follow
        create: { to-sales: true }
        refuse: [{ when: { bc: { Name: [\(quoted), x] } }, because: \(quoted) }]
        templates: [{ to: sales, when: { bc: { Name: \(quoted) } }, set: { remark: \(quoted) } }]
        fields:
          - { bc: Name, sales: title, values: { \(quoted): \(quoted), x: y }, otherwise: \(quoted) }
          - { bc: Kind, sales: kind }
          - { constant: \(quoted), sales: fixed }
          - { text: '{Name} \(text.replacing("'", with: "''")) {Kind}', sales: written }
          - { bc: Other, sales: other, empty: { use: \(quoted) }, transform: [{ prefix: \(quoted) }, { replace: [\(quoted), \(quoted)] }] }
          - { first: [{ bc: Name }, { bc: Other }], sales: first, transform: { suffix: \(quoted) } }

        """),
    SourceFile(
      path: "schemas/bc/Thing.yaml",
      text: """
        table: Thing
        key: [No.]
        fields:
          - { name: No., type: code(20), required: true, default: number-series }
          - { name: Name, type: text(300) }
          - { name: Other, type: text(300), default: \(quoted) }
          - { name: Kind, type: option, values: { Plain: 0, \(quoted): 1 } }

        """),
    SourceFile(
      path: "schemas/sales/thing.yaml",
      text: """
        table: thing
        key: [thingid]
        fields:
          - { name: thingid, type: guid, access: create, required: true, default: system }
          - { name: title, type: text(300) }
          - { name: kind, type: option, values: { Plain: 7, \(quoted): 8 } }
          - { name: fixed, type: text(300) }
          - { name: written, type: memo }
          - { name: other, type: memo }
          - { name: first, type: memo }
          - { name: remark, type: memo }

        """),
  ]
}
