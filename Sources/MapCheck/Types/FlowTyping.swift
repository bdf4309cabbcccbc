import MapLanguage
import MapRuntime

/// The types that values have on their way.
enum FlowTyping {
  /// What is known of the type of a source, or of what its transforms make.
  enum Known: Equatable {
    case type(FieldType)
    /// A value of the target's own type: a literal that was read as such, or what the host makes.
    case asTarget
  }

  /// The type of a source that is no `first`.
  static func type(of leaf: EffectiveSource, in flow: FieldFlow, _ scope: FlowScope) -> Known {
    switch leaf {
    case .field(let place): .type(scope.type(place, flow.direction.source))
    case .related(let place, let field): .type(scope.related(place, field).field.type.value)
    case .text: .type(.text(length: nil))
    case .generate(let pattern): .type(.text(length: pattern.length))
    case .constant(.value), .compute, .first: .asTarget
    case .constant(.variable(let variable)): type(of: variable)
    }
  }

  static func type(of variable: Variable) -> Known {
    switch variable {
    case .today: .type(.date)
    case .setting(_, let type): .type(type)
    case .optionSetting: .type(.option)
    // A code or a lookup, as the field is; and a partner is a record.
    case .localCurrency, .user, .partner: .asTarget
    }
  }

  /// The type behind the transforms, or the place of the step that does not take what it gets.
  static func arriving(_ type: FieldType, _ steps: [Transform]) -> Result<Known, BadStep> {
    var type = type
    for (place, step) in steps.enumerated() {
      // A function of the host at the end makes what the target takes.
      if case .custom = step {
        if place == steps.count - 1 { return .success(.asTarget) }
        continue
      }
      guard let next = step.accepts(type) else {
        return .failure(BadStep(place: place, type: type))
      }
      type = next
    }
    return .success(.type(type))
  }

  /// A step and the type that it does not take.
  struct BadStep: Error {
    let place: Int
    let type: FieldType
  }

  /// The digits behind the point; nil for what is no number.
  static func places(of type: FieldType) -> Int? {
    switch type {
    case .integer, .bigInteger: 0
    case .decimal(let places): places
    case .money: 4
    case .text, .code, .memo, .boolean, .date, .dateTime, .guid, .option, .lookup: nil
    }
  }

  /// Whether the type is one of texts, and how many units it holds; `.some(nil)` is no limit.
  static func limit(of type: FieldType) -> Int?? {
    switch type {
    case .text(let length), .memo(let length): .some(length)
    case .code(let length): .some(length)
    default: nil
    }
  }

  /// Codes, and every text on the Sales side, compare without case
  /// (docs/language.md#how-values-compare).
  static func comparesCase(_ type: FieldType, on side: Side) -> Bool {
    if case .code = type { false } else { side == .bc }
  }
}
