import MapSyntax

/// What a mapping becomes under a feature, as nodes of the file's tree.
struct Variant {
  /// The keys that `set` leaves alone: lists grow with `add`, field maps change under `fields`.
  static let keptKeys = ["mapping", "fields", "tests", "variants"]

  let condition: FeatureCondition
  var set: [(key: String, entry: SyntaxNode.Entry)] = []
  var add: [(key: String, entry: SyntaxNode.Entry)] = []
  /// Changes of field maps by name.
  var fields: [SyntaxNode.Entry] = []
}
