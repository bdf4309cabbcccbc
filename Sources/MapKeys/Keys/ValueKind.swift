import MapSyntax

/// What stands behind a key.
public indirect enum ValueKind: Sendable {
  /// A name or sentence; plain `yes` and `007` are text.
  case text
  /// A value of a field: text, a `$variable`, or nothing.
  case value
  case boolean
  case integer
  case words([String])
  case duration
  case list(ValueKind)
  case oneOrList(ValueKind)
  /// A map with keys of the author's choice.
  case map(ValueKind)
  case keys(any KeySet.Type)
  /// The same keys, none of them required, some of them left out.
  case someKeys(any KeySet.Type, without: [String])
  case either([ValueKind])
  /// The test of one field, a condition on a record, on a source and related records.
  case test
  case condition
  case when
  /// A shape of its own, which its owner writes into a schema under a name.
  case shape(String, @Sendable (inout SchemaBuilder) -> JSONText)
}

extension ValueKind {
  public static let texts = ValueKind.list(.text)
  public static let textOrTexts = ValueKind.oneOrList(.text)
  public static let values = ValueKind.map(.value)

  public static func words<Word: CaseIterable & RawRepresentable<String>>(of _: Word.Type)
    -> ValueKind
  {
    .words(Word.allCases.map(\.rawValue))
  }
}

extension ValueKind {
  /// Whether a node is of this kind, as far as its form tells: a text, a list or a map.
  public func mayBe(_ node: SyntaxNode) -> Bool {
    switch self {
    case .text, .value, .boolean, .integer, .words, .duration: node.isScalar
    case .list: node.isSequence
    case .oneOrList(let kind): node.isSequence || kind.mayBe(node)
    case .map, .keys, .someKeys, .condition, .when: node.isMapping
    case .either(let kinds): kinds.contains { $0.mayBe(node) }
    case .test, .shape: true
    }
  }
}
