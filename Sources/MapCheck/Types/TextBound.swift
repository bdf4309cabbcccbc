import MapLanguage
import MapRuntime

/// How long a text can be that arrives at a target.
enum TextBound: Equatable {
  case atMost(Int)
  case unlimited
  /// A live system did not tell the length of its field: nothing is proved.
  case untold

  /// The longest that a source makes after the flow's transforms; nil for what is no text.
  static func of(
    _ leaf: EffectiveSource, in flow: FieldFlow, _ scope: FlowScope
  ) -> TextBound? {
    switch leaf {
    case .text(let parts): return of(parts, in: flow, scope)
    case .compute: return .unlimited
    case .constant(.value(let value)):
      return arriving(value, flow.transforms).map { .atMost(TextLength.of($0)) }
    case .constant, .generate, .field, .related, .first:
      guard case .type(let type) = FlowTyping.type(of: leaf, in: flow, scope) else { return nil }
      return of(type, flow.transforms)
    }
  }

  static func of(_ type: FieldType, _ steps: [Transform]) -> TextBound? {
    guard case .success(let known) = FlowTyping.arriving(type, steps) else { return nil }
    guard case .type(let arriving) = known else { return .unlimited }
    if let length = Conversion.longestText(of: arriving) { return .atMost(length) }
    if case .text(length: nil) = type { return .untold }
    return FlowTyping.limit(of: arriving) == nil ? nil : .unlimited
  }

  /// A text with fields in it. Upper and lower case go through letter by letter, so that each part
  /// grows by itself; other steps see the whole.
  private static func of(
    _ parts: [EffectiveSource.Part], in flow: FieldFlow, _ scope: FlowScope
  ) -> TextBound {
    let isByLetter = flow.transforms.allSatisfy { $0 == .uppercase || $0 == .lowercase }
    let bounds = parts.map { part in
      of(part, isByLetter ? flow.transforms : [], in: flow, scope)
    }
    guard !bounds.contains(.untold) else { return .untold }
    var sum = 0
    for bound in bounds {
      guard case .atMost(let length) = bound else { return .unlimited }
      sum += length
    }
    return isByLetter
      ? .atMost(sum) : of(.text(length: sum), flow.transforms) ?? .unlimited
  }

  private static func of(
    _ part: EffectiveSource.Part, _ steps: [Transform], in flow: FieldFlow, _ scope: FlowScope
  ) -> TextBound {
    switch part {
    case .text(let text): return .atMost(length(of: text, after: steps))
    case .field(let place):
      let field = scope.field(place, flow.direction.source)
      if case .option = field.type.value {
        let longest = field.options.map { length(of: $0.name, after: steps) }.max()
        return field.isOpen ? .untold : .atMost(longest ?? 0)
      }
      if FlowTyping.limit(of: field.type.value) != nil {
        return of(field.type.value, steps) ?? .unlimited
      }
      return Conversion.longestText(of: field.type.value).map(TextBound.atMost) ?? .untold
    }
  }

  private static func length(of text: String, after steps: [Transform]) -> Int {
    TextLength.of(arriving(.of(text: text), steps) ?? text)
  }

  /// What the steps make of a text that is written down; nil for what is no text, or is refused.
  static func arriving(_ value: Value, _ steps: [Transform]) -> String? {
    var value = value
    for step in steps {
      guard let next = try? step.apply(value) else { return nil }
      value = next
    }
    if case .text(let text) = value { return text }
    return value.isEmpty ? "" : nil
  }
}
