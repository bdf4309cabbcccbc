import MapSyntax

/// What a field map says in place of a field, before it is read.
struct SourceNodes {
  private(set) var constant: SyntaxNode?
  private(set) var text: SyntaxNode?
  private(set) var generate: SyntaxNode?
  private(set) var compute: SyntaxNode?
  private(set) var from: SyntaxNode?
  private(set) var first: SyntaxNode?

  mutating func add(_ key: FieldMapKey, _ node: SyntaxNode) {
    switch key {
    case .constant: constant = node
    case .text: text = node
    case .generate: generate = node
    case .compute: compute = node
    case .from: from = node
    case .first: first = node
    default: break
    }
  }

  /// Its keys with their values; `from` belongs to `compute` where both are there.
  var given: [(key: FieldMapKey, node: SyntaxNode)] {
    var given: [(FieldMapKey, SyntaxNode)] = []
    if let constant { given.append((.constant, constant)) }
    if let text { given.append((.text, text)) }
    if let generate { given.append((.generate, generate)) }
    if let compute { given.append((.compute, compute)) }
    if let from, compute == nil { given.append((.from, from)) }
    if let first { given.append((.first, first)) }
    return given
  }

  /// Whether there is nothing but what a computation is made from.
  var areArguments: Bool { compute == nil && from?.isScalar == false }

  var isEmpty: Bool { given.isEmpty }
}
