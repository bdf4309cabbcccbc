import MapLanguage
import MapRuntime
import MapSource

/// One field map in one of its directions: a value on its way from a source to a target field.
struct FieldFlow {
  let map: EffectiveFieldMap
  let direction: Direction
  let source: EffectiveSource
  /// The target field's place in its table.
  let target: Int
  let targetType: FieldType

  /// Where the author wrote the target.
  var targetSpan: Span { map.name(direction.target)?.span ?? map.span }
  /// Where the author wrote the source.
  var sourceSpan: Span { map.name(direction.source)?.span ?? targetSpan }
  var transforms: [Transform] { map.transforms(direction) }

  /// Every source that may answer: those of `first`, or the one.
  func eachLeaf(_ body: (EffectiveSource) -> Void) { Self.eachLeaf(of: source, body) }

  private static func eachLeaf(of source: EffectiveSource, _ body: (EffectiveSource) -> Void) {
    if case .first(let sources) = source {
      for source in sources { eachLeaf(of: source, body) }
    } else {
      body(source)
    }
  }
}
