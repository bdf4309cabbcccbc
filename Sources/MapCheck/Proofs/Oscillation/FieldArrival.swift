import MapLanguage
import MapRuntime

/// The way of a value through transforms into the type, length and places of its target.
struct FieldArrival {
  let target: Field
  let map: EffectiveFieldMap
  let direction: Direction

  func outcome(_ value: Value, _ type: FieldType) -> FieldSimulation.Outcome {
    var value = value
    var type = type
    for step in map.transforms(direction) {
      guard let next = step.accepts(type), let changed = try? step.apply(value) else {
        return .unknown
      }
      value = changed
      type = next
    }
    let wanted = target.type.value
    guard let converted = try? Conversion.convert(value, from: type, to: wanted) else {
      return .unknown
    }
    return fitted(converted, wanted)
  }

  private func fitted(_ value: Value, _ type: FieldType) -> FieldSimulation.Outcome {
    let tooLong = map.tooLong[direction] ?? .refuse
    switch (value, type) {
    case (.text(let text), .code(let length)):
      return outcome(of: Fitting.code(text, length: length, tooLong: tooLong)) { .of(text: $0) }
    case (.text(let text), .text(let length)), (.text(let text), .memo(let length)):
      return outcome(of: Fitting.text(text, length: length, tooLong: tooLong)) { .of(text: $0) }
    case (.decimal(let number), .decimal(let places)): return rounded(number, places)
    case (.decimal(let number), .money): return rounded(number, 4)
    default: return .write(value)
    }
  }

  private func rounded(_ number: DecimalValue, _ places: Int) -> FieldSimulation.Outcome {
    let tooPrecise = map.tooPrecise ?? .refuse
    return outcome(of: Fitting.decimal(number, places: places, tooPrecise: tooPrecise)) {
      .decimal($0)
    }
  }

  private func outcome<Content>(
    of fitted: Fitted<Content>, _ value: (Content) -> Value
  ) -> FieldSimulation.Outcome {
    switch fitted {
    case .whole(let content), .cut(let content): .write(value(content))
    case .refused: .unknown
    case .kept: .keep
    }
  }
}
