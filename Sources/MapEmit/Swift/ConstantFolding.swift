import MapPlan
import MapRuntime

/// What a step makes of a value that is known now.
enum ConstantFolding {
  /// The value as the target stores it; nil where the step would refuse it.
  static func fold(_ value: Value, through transforms: [Transform], of step: StepProgram) -> Value?
  {
    var value = value
    for transform in transforms {
      guard let next = try? transform.apply(value) else { return nil }
      value = next
    }
    if value.isEmpty { return .empty }
    switch (value, step.targetType) {
    case (.text(let text), .code(let length)):
      let fitted = Fitting.code(Code.normalized(text), length: length, tooLong: step.tooLong)
      return fitted.content.map { Value.of(text: $0) }
    case (.text(let text), .text(let length)), (.text(let text), .memo(let length)):
      return Fitting.text(text, length: length, tooLong: step.tooLong).content
        .map { Value.of(text: $0) }
    case (.integer(let number), .decimal), (.integer(let number), .money):
      return .decimal(DecimalValue(number))
    case (.decimal(let number), .decimal), (.decimal(let number), .money):
      return Fitting.decimal(
        number, places: step.targetType.decimalPlaces, tooPrecise: step.tooPrecise
      ).content.map(Value.decimal)
    case (.date(let date), .dateTime): return .dateTime(Conversion.dateTime(from: date))
    case (.dateTime(let moment), .date): return .date(Conversion.date(from: moment))
    default: return value
    }
  }
}
