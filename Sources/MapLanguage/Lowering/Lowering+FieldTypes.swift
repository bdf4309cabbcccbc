import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A type as docs/language.md#tables lists them.
  func fieldType(_ node: SyntaxNode, _ key: String) -> Located<FieldType>? {
    guard let text = name(node, key) else { return nil }
    do {
      return Located(try FieldTypeText.parse(text.value), at: text.span)
    } catch {
      let message: String
      var help: String?
      switch error {
      case .unknown(let name):
        message = "'\(text.value)' is no type"
        let close = String(text.value.filter { $0 != " " })
        if close != text.value, (try? FieldTypeText.parse(close)) != nil {
          help = "write '\(close)', without a space"
          break
        }
        let permitted = "types are \(Self.listed(FieldTypeText.forms, "and"))"
        help =
          Nearest(to: name, in: FieldTypeText.names).map {
            "did you mean '\($0.word)'? " + permitted
          } ?? permitted
      case .needsNumber(let form):
        message = "the type '\(text.value)' needs a number"
        help = "write it as in '\(form)'"
      case .takesNoNumber(let name):
        message = "the type '\(name)' takes no number"
      case .outOfRange(let range):
        message = "'\(text.value)' is no type"
        help = "the number in it is from \(range.lowerBound) to \(range.upperBound)"
      }
      invalid(message, at: text.span, help: help)
      return nil
    }
  }
}
