/// A pattern as it was read.
indirect enum PatternNode: Sendable {
  case character(PatternCharacter)
  case sequence([PatternNode])
  /// The first that leads to a match counts.
  case choice([PatternNode])
  /// What `$1` to `$9` stand for.
  case group(PatternNode, number: Int)
  /// - upper: nil for any number of times.
  case repeated(PatternNode, lower: Int, upper: Int?, isLazy: Bool)
  case border(PatternBorder)
  /// What must follow, or must not, and is not part of the match.
  case ahead(PatternNode, isNegated: Bool)

  /// How many steps its program has at least; what an Int does not hold is as much as it holds.
  var size: Int {
    switch self {
    case .character, .border: 1
    case .sequence(let nodes): nodes.reduce(nodes.isEmpty ? 1 : 0) { Self.sum($0, $1.size) }
    case .choice(let nodes): nodes.reduce(0) { Self.sum($0, $1.size) }
    case .group(let node, _), .ahead(let node, _): Self.sum(node.size, 2)
    case .repeated(let node, let lower, nil, _): Self.product(node.size, Self.sum(lower, 1))
    case .repeated(let node, let lower, let upper?, _):
      // What may be left out takes a step more each time.
      Self.sum(Self.product(node.size, max(1, upper)), max(0, upper - lower))
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
    return isTooLarge ? .max : product
  }
}

/// A place between two characters.
enum PatternBorder: Hashable, Sendable {
  case textStart
  case textEnd
  /// The end, or before the line break that ends the text.
  case lastLineEnd
  case lineStart
  case lineEnd
  case word
  case noWord
}
