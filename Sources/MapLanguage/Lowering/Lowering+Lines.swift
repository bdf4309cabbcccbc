import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A line without a product: towards BC the product that stands for it, towards Sales its text.
  func writeIn(_ node: SyntaxNode) -> DocumentRules.WriteIn? {
    var when: When?
    var product: [Assignment]?
    var text: (field: Located<String>?, template: TextTemplate?)?
    let isWhole = read(node, WriteInKey.self, "write-in") { key, node in
      switch key {
      case .when: when = self.when(node)
      case .product: product = assignments(node, key.rawValue)
      case .text: text = writeInText(node)
      }
    }
    guard isWhole, let when else { return nil }
    if product == nil, text == nil, !node.hasKey("product"), !node.hasKey("text") {
      report(
        "missing-key", "\(WriteInKey.title) needs 'product' or 'text'", at: Self.place(of: node),
        help: "towards Business Central say 'product', towards Sales 'text'")
      return nil
    }
    return DocumentRules.WriteIn(
      when: when, product: product ?? [], textField: text?.field, text: text?.template,
      span: node.span)
  }

  private func writeInText(
    _ node: SyntaxNode
  ) -> (field: Located<String>?, template: TextTemplate?) {
    var field: Located<String>?
    var template: TextTemplate?
    read(node, WriteInTextKey.self, "text") { key, node in
      switch key {
      case .sales: field = name(node, key.rawValue)
      case .from: template = textTemplate(node, key.rawValue)
      }
    }
    return (field, template)
  }

  func overflow(_ node: SyntaxNode) -> DocumentRules.Overflow? {
    var from: [Located<String>] = []
    var into: Located<String>?
    var product = OverflowDescription.keep
    var writeIn = OverflowDescription.begin
    read(node, OverflowKey.self, "overflow") { key, node in
      switch key {
      case .from: from = oneOrMoreNames(node, key.rawValue)
      case .into: into = word(node, key.rawValue, among: ["comment-lines"])
      case .description:
        read(node, OverflowDescriptionKey.self, key.rawValue) { key, node in
          guard let word = word(node, key.rawValue, OverflowDescription.self) else { return }
          switch key {
          case .product: product = word.value
          case .writeIn: writeIn = word.value
          }
        }
      }
    }
    guard let into else { return nil }
    return DocumentRules.Overflow(from: from, into: into, product: product, writeIn: writeIn)
  }
}
