/// What stands behind a key.
indirect enum ValueKind: Sendable {
  /// A name or sentence; plain `yes` and `007` are text.
  case text
  /// A value of a field: text, a `$variable`, or nothing.
  case value
  case boolean
  case integer
  case words([String])
  case duration
  case fieldType
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
  case transform
}

extension ValueKind {
  static let texts = ValueKind.list(.text)
  static let textOrTexts = ValueKind.oneOrList(.text)
  static let values = ValueKind.map(.value)

  static func words<Word: CaseIterable & RawRepresentable<String>>(of _: Word.Type) -> ValueKind {
    .words(Word.allCases.map(\.rawValue))
  }
}

extension ValueKind {
  /// What an empty source does.
  static let emptyRule = ValueKind.either([
    .words(["clear", "keep", "refuse"]), .keys(EmptyUseKey.self),
  ])

  /// A table; a list; or a map by navigation property, composite key or another field's option.
  static let reference = ValueKind.either([
    .text, referenceMap, .list(.either([.text, referenceMap])),
  ])

  private static let referenceMap = ValueKind.map(
    .either([.text, .map(.either([.text, .map(.text)]))]))
}
