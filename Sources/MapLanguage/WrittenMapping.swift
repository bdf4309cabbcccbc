import MapSource
import MapSyntax

/// A mapping in its author's words, with its variants applied: what is shown of it.
public struct WrittenMapping: Sendable {
  /// A key's value, and where it stands.
  public struct Part: Sendable {
    public let text: String
    public let span: Span
  }

  /// The keys of documents and their lines.
  public static let documentKeys = MappingKey.ofDocuments.map(\.rawValue)

  private let root: SyntaxNode?

  /// - Parameters:
  ///   - source: the mapping's file, in which nothing is wrong.
  ///   - holds: whether a variant's condition holds.
  public init(_ source: SourceFile, file: Int32, where holds: (FeatureCondition) -> Bool) {
    let tree = SyntaxParser.parse(source, file: file).tree
    let lowering = Lowering(tree)
    let merge = VariantMerge(lowering: lowering)
    var root = tree.root
    for variant in tree.root?["variants"].map(lowering.variants) ?? []
    where holds(variant.condition) {
      root = root.flatMap { merge.apply(variant, to: $0) }
    }
    self.root = root
  }

  /// What stands behind keys inside keys.
  public func part(_ path: String...) -> Part? {
    path.reduce(root) { $0?[$1] }.map(Self.part)
  }

  /// The items of a list.
  public func items(_ key: String) -> [Part] { (root?[key]?.items ?? []).map(Self.part) }

  /// The field maps in their order, those of `together` blocks among them.
  public var fields: [Part] {
    (root?["fields"]?.items ?? []).flatMap { item in
      item["together"] == nil ? [item] : item["fields"]?.items ?? []
    }.map(Self.part)
  }

  private static func part(_ node: SyntaxNode) -> Part {
    Part(text: node.flowText, span: node.span)
  }
}
