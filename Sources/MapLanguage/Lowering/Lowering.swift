import MapKeys
import MapSyntax

/// The state of reading one file of the language: what names may stand where.
final class Lowering: TreeReader {
  /// Features that the project declares; nil where that is not known.
  let declaredFeatures: Features?
  /// Names of the mapping's `related` records, which `when` may ask about.
  var related: Set<String> = []
  /// True where a condition asks for a feature that is none: when its part exists is not known.
  var asksForUnknownFeature = false
  /// The mapping's `variants`.
  var variants: SyntaxNode?

  init(_ tree: SyntaxTree, declaredFeatures: Features? = nil) {
    self.declaredFeatures = declaredFeatures
    super.init(tree, .language)
  }
}
