import MapLanguage
import MapRuntime
import MapSource

/// Finds a record whose text is too long for its target, and shows what a cut would leave.
enum TextSample {
  /// Longer texts than this explain nothing that a sentence does not.
  private static let longest = 4_000

  static func example(
    _ leaf: EffectiveSource, _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope
  ) -> ExampleRecords? {
    guard limit < longest else { return nil }
    switch leaf {
    case .field(let place): return field(place, flow, limit, scope)
    case .text(let parts): return template(parts, flow, limit, scope)
    default: return nil
    }
  }

  private static func field(
    _ place: Int, _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope
  ) -> ExampleRecords? {
    let field = scope.field(place, flow.direction.source)
    let name = field.name.value
    guard let most = FlowTyping.limit(of: field.type.value) else {
      let value: Value = .integer(field.type.value == .bigInteger ? .min : .init(Int32.min))
      return shown([(name, value)], value, flow, limit, scope)
    }
    // The shortest one that is too long, else the longest; letters that grow come last.
    for letter in ["X", "ß", "\u{0390}"] {
      for length in [limit + 1, most ?? limit + 1] where length <= most ?? length {
        let value = Value.of(text: String(repeating: letter, count: length))
        if let found = shown([(name, value)], value, flow, limit, scope) { return found }
      }
    }
    return nil
  }

  /// Every field filled to its end, or until the whole is too long.
  private static func template(
    _ parts: [EffectiveSource.Part], _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope
  ) -> ExampleRecords? {
    var values: [(String, Value)] = []
    var text = ""
    for part in parts {
      switch part {
      case .text(let fixed): text += fixed
      case .field(let place):
        let field = scope.field(place, flow.direction.source)
        guard let filled = filled(field, limit) else { return nil }
        values.append((field.name.value, .of(text: filled)))
        text += filled
      }
    }
    return shown(values, .of(text: text), flow, limit, scope)
  }

  private static func filled(_ field: Field, _ limit: Int) -> String? {
    switch field.type.value {
    case .text(let length), .memo(let length):
      return String(repeating: "X", count: min(length ?? limit + 1, limit + 1))
    case .code(let length): return String(repeating: "X", count: min(length, limit + 1))
    case .option: return field.options.max { $0.name.count < $1.name.count }?.name
    case .integer: return String(Int32.min)
    case .bigInteger: return String(Int64.min)
    default: return nil
    }
  }

  /// The records, if what arrives is too long indeed.
  private static func shown(
    _ source: [(String, Value)], _ value: Value, _ flow: FieldFlow, _ limit: Int,
    _ scope: FlowScope
  ) -> ExampleRecords? {
    var value = value
    for step in flow.transforms {
      guard let next = try? step.apply(value) else { return nil }
      value = next
    }
    let text = value.description
    guard !TextLength.fits(text, in: limit) else { return nil }
    let target = scope.target(of: flow)
    return ExampleRecords(
      direction: flow.direction, source: source.map { ($0.0, $0.1.description) },
      target: [(target.name.value, TextLength.cut(text, to: limit))])
  }
}
