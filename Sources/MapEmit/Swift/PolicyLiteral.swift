import MapRuntime

/// Writes what a policy of the runtime says as the Swift that makes it: structs by the labels of
/// their parts, cases by their names. What is nil, empty or false is left out, for which the
/// initializers stand; so a part that a policy gets needs no line here.
enum PolicyLiteral {
  /// The parts of a policy that say something, each with its label.
  static func emit<Policy>(_ name: SwiftCode, _ policy: Policy, _ file: inout SwiftFile) {
    let parts = said(by: policy)
    if parts.isEmpty { return file.line("\(name)()") }
    file.line("\(name)(")
    file.inside { file in
      for (place, part) in parts.enumerated() {
        emit(part, ending: place == parts.count - 1 ? ")" : ",", &file)
      }
    }
  }

  /// Lists have an element a line, unless all of it fits in one.
  private static func emit(_ part: Part, ending: SwiftCode, _ file: inout SwiftFile) {
    let line: SwiftCode = "\(part.label): \(part.code)\(ending)"
    guard !part.elements.isEmpty, !file.hasRoom(for: line) else { return file.line(line) }
    file.line("\(part.label): [")
    file.elements(part.elements) { $1.line("\($0),") }
    file.line("]\(ending)")
  }

  private struct Part {
    let label: SwiftCode
    let code: SwiftCode
    /// Those of a list.
    let elements: [SwiftCode]
  }

  private static func said<Policy>(by policy: Policy) -> [Part] {
    Mirror(reflecting: policy).children.compactMap { child in
      guard let label = child.label, !isLeftOut(child.value) else { return nil }
      let mirror = Mirror(reflecting: child.value)
      return Part(
        label: SwiftCode(reflected: label), code: code(child.value),
        elements: mirror.displayStyle == .collection ? mirror.children.map { code($0.value) } : [])
    }
  }

  private static func isLeftOut<Content>(_ value: Content) -> Bool {
    if let truth = value as? Bool { return !truth }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection: return mirror.children.isEmpty
    default: return false
    }
  }

  /// A value as an expression whose type is known where it stands.
  static func code<Content>(_ content: Content) -> SwiftCode {
    switch content {
    case let text as String: return "\(SwiftText(text))"
    case let truth as Bool: return "\(truth)"
    case let number as Int32: return "\(number)"
    case let option as OptionValue: return SwiftValue.literal(.option(option))
    case let value as Value: return SwiftValue.value(value)
    case let type as FieldType: return SwiftValue.type(type)
    case let wildcard as Wildcard: return "Wildcard(\(SwiftText(wildcard.source)))"
    case let condition as Condition<Operand>: return code(of: condition)
    default: return reflected(content)
    }
  }

  private static func reflected<Content>(_ content: Content) -> SwiftCode {
    let mirror = Mirror(reflecting: content)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { code($0.value) } ?? "nil"
    case .collection: return "[\(mirror.children.map { code($0.value) }.joined(", "))]"
    case .enum:
      guard let payload = mirror.children.first, let name = payload.label else {
        return ".\(SwiftCode(reflected: "\(content)"))"
      }
      return ".\(SwiftCode(reflected: name))(\(arguments(payload.value).joined(", ")))"
    default:
      return ".init(\(said(by: content).map { "\($0.label): \($0.code)" }.joined(", ")))"
    }
  }

  /// What a case carries.
  private static func arguments<Payload>(_ payload: Payload) -> [SwiftCode] {
    let mirror = Mirror(reflecting: payload)
    guard mirror.displayStyle == .tuple else { return [code(payload)] }
    return mirror.children.map { child in
      guard let label = child.label, !label.hasPrefix(".") else { return code(child.value) }
      return "\(SwiftCode(reflected: label)): \(code(child.value))"
    }
  }

  private static func code(of condition: Condition<Operand>) -> SwiftCode {
    let clauses = condition.clauses.map { clause -> SwiftCode in
      ".init(\(SwiftText(clause.field)), \(code(clause.test)))"
    }
    let any = condition.any.map { "[\($0.map(code(of:)).joined(", "))]" as SwiftCode }
    let more: SwiftCode = any.isEmpty ? "" : ", any: [\(any.joined(", "))]"
    return ".init([\(clauses.joined(", "))]\(more))"
  }
}
