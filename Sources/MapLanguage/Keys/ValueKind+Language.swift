import MapKeys

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

  static let fieldType = ValueKind.shape("type") { _ in SchemaParts.fieldType }

  static let transform = ValueKind.shape("transform") { TransformSchema.write(to: &$0) }
}
