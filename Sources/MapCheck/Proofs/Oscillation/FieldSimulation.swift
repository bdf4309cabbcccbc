import MapLanguage
import MapRuntime

/// What one field map makes of a record, in the words of the runtime's transforms and conversions.
struct FieldSimulation {
  let map: EffectiveFieldMap
  let mapping: EffectiveMapping
  let context: CheckContext

  /// What becomes of the target.
  enum Outcome: Equatable {
    case write(Value)
    case keep
    /// The record is refused, or only a run knows.
    case unknown
  }

  func outcome(
    _ direction: Direction, from pair: SimulatedPair, _ couplings: inout SimulatedCouplings
  ) -> Outcome {
    guard let source = map.source(direction), let place = map.field(direction.target) else {
      return .keep
    }
    let target = context.field(place, of: mapping, direction.target)
    guard let read = read(source, direction, pair, target) else { return .unknown }
    if read.value.isEmpty { return empty(direction, pair, target, &couplings) }
    if comesBack(as: read.value, direction, from: pair, target, &couplings) { return .keep }
    return converted(read.value, read.type, direction, target, &couplings)
  }

  /// Whether what is stored comes back as the source over a two-way map: it is left alone then
  /// (docs/language.md#when-a-value-has-changed).
  private func comesBack(
    as source: Value, _ direction: Direction, from pair: SimulatedPair, _ target: Field,
    _ couplings: inout SimulatedCouplings
  ) -> Bool {
    guard map.isTwoWay, map.source == nil, map.routes.isEmpty,
      let place = map.field(direction.target), let stored = pair[direction.target, place],
      let other = map.field(direction.source)
    else { return false }
    let field = context.field(other, of: mapping, direction.source)
    if stored.isEmpty {
      // BC has no emptiness for a number, boolean or option: nothing comes there as its blank.
      let blank = FieldScope(field: field, side: direction.source).blank
      guard direction == .toSales, !blank.isEmpty, blank == source else { return false }
      switch map.empty {
      case .clear, .keep: return map.values?.pairs(.toBC).contains { $0.source.isEmpty } != true
      case .refuse, .useValue, .useField: return false
      }
    }
    return converted(stored, target.type.value, direction.reversed, field, &couplings)
      == .write(source)
  }

  /// A source's value and its type; nil where only a run knows.
  private func read(
    _ source: EffectiveSource, _ direction: Direction, _ pair: SimulatedPair, _ target: Field
  ) -> (value: Value, type: FieldType)? {
    let side = direction.source
    switch source {
    case .field(let place):
      return pair[side, place].map { ($0, context.field(place, of: mapping, side).type.value) }
    case .constant(.value(let value)): return (value, target.type.value)
    case .first(let sources):
      for source in sources {
        guard let read = read(source, direction, pair, target) else { return nil }
        if !read.value.isEmpty { return read }
      }
      return (.empty, target.type.value)
    case .text(let parts):
      var text = ""
      for part in parts {
        switch part {
        case .text(let words): text += words
        case .field(let place):
          guard let value = pair[side, place] else { return nil }
          text += words(of: value, in: context.field(place, of: mapping, side))
        }
      }
      return (.of(text: text), .text(length: nil))
    case .constant(.variable), .generate, .compute, .related: return nil
    }
  }

  /// A value within a text: an option by its name.
  private func words(of value: Value, in field: Field) -> String {
    guard case .option(let option) = value else { return value.description }
    return field.options.first { $0.value == option.rawValue }?.title ?? option.description
  }

  private func empty(
    _ direction: Direction, _ pair: SimulatedPair, _ target: Field,
    _ couplings: inout SimulatedCouplings
  ) -> Outcome {
    switch map.empty {
    case .keep: return .keep
    case .refuse: return .unknown
    case .clear:
      // What an empty reference means belongs to the mapping that it goes through.
      guard map.routes.isEmpty else { return .unknown }
      return .write(FieldScope(field: target, side: direction.target).blank)
    case .useValue(.value(let value)):
      // It was read as a value of the first direction's target.
      return direction == map.directions.first ? .write(value) : .unknown
    case .useValue(.variable): return .unknown
    case .useField(let place):
      guard direction == map.directions.first, let value = pair[direction.source, place],
        !value.isEmpty
      else { return .unknown }
      let type = context.field(place, of: mapping, direction.source).type.value
      return converted(value, type, direction, target, &couplings)
    }
  }

  private func converted(
    _ value: Value, _ type: FieldType, _ direction: Direction, _ target: Field,
    _ couplings: inout SimulatedCouplings
  ) -> Outcome {
    if !map.follow.isEmpty { return .unknown }
    if let route = map.routes.first {
      let partner = couplings.partner(of: value, through: route.mapping, direction, in: target)
      return partner.map(Outcome.write) ?? .unknown
    }
    if case .constant? = map.source { return .write(value) }
    if let values = map.values {
      guard map.transforms(direction).isEmpty else { return .unknown }
      return mapped(value, values, direction)
    }
    return FieldArrival(target: target, map: map, direction: direction).outcome(value, type)
  }

  private func mapped(
    _ value: Value, _ values: EffectiveValueMap, _ direction: Direction
  ) -> Outcome {
    let pair = values.pairs(direction).first {
      ConditionTest.isSame($0.source, value, caseSensitive: direction.source == .bc)
    }
    if let pair { return .write(pair.target) }
    switch values.otherwise {
    case .keep: return .keep
    case .value(.value(let value)) where direction == map.directions.first: return .write(value)
    case .value, .refuse, nil: return .unknown
    }
  }
}
