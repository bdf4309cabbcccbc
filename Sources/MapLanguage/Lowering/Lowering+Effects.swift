import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// What follows each event.
  func after(_ node: SyntaxNode) -> [DocumentEffect] {
    var effects: [DocumentEffect] = []
    readEntries(node, AfterKey.self, "after") { key, entry in
      guard let event = DocumentEvent(rawValue: key.rawValue) else { return }
      effects.append(effect(entry.value, Located(event, at: entry.key.span)))
    }
    return effects
  }

  private func effect(_ node: SyntaxNode, _ event: Located<DocumentEvent>) -> DocumentEffect {
    var effect = DocumentEffect(event: event, span: node.span)
    if node.isMapping, node.count == 0 {
      invalid("'\(event.value.rawValue)' does nothing", at: node.span, help: "take it out")
    }
    read(node, EffectKey.self, event.value.rawValue) { key, node in
      switch key {
      case .state:
        let state = self.state(node, key.rawValue)
        effect.state = state?.state
        effect.status = state?.status
      case .set:
        read(node, EffectSetKey.self, key.rawValue) { key, node in
          switch key {
          case .bc: effect.setBC = emptyingAssignments(node, key.rawValue)
          case .sales: effect.setSales = emptyingAssignments(node, key.rawValue)
          }
        }
      case .uncouple: effect.uncouples = boolean(node, key.rawValue)?.value ?? false
      case .archive: effect.archive = name(node, key.rawValue)
      case .release: effect.releases = boolean(node, key.rawValue)?.value ?? false
      case .call: effect.call = name(node, key.rawValue)
      case .if: effect.condition = featureCondition(node, key.rawValue)
      }
    }
    return effect
  }

  /// Fields and their values, where the plain word `empty` empties.
  private func emptyingAssignments(_ node: SyntaxNode, _ name: String) -> [Assignment] {
    entries(node, name) { key, value in
      guard hasValue(value, key: key, in: node) else { return nil }
      if value.isScalar, value.style == .plain, value.matches("empty") {
        return Assignment(field: key, value: Located(.null, at: value.span))
      }
      return literal(value, key.value).map { Assignment(field: key, value: $0) }
    }
  }
}
