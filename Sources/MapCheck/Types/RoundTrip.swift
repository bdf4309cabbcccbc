import MapLanguage
import MapRuntime
import MapSource

/// Takes values there and back through a two-way field map, as a run would.
struct RoundTrip {
  let bc: Field
  let sales: Field
  private let map: EffectiveFieldMap

  init(_ map: EffectiveFieldMap, bc: Field, sales: Field) {
    self.map = map
    self.bc = bc
    self.sales = sales
  }

  /// A value that never comes to rest: BC's, Sales', BC's, Sales'; nil if every sample does, were it
  /// only after it lost on its first way what the other way takes away.
  func restless() -> [Value]? {
    for sample in samples(of: bc.type.value) {
      guard let away = pass(sample, .toSales), let back = pass(away, .toBC),
        let again = pass(back, .toSales)
      else { continue }
      let type = sales.type.value
      if same(away, again, as: type) { continue }
      if let home = pass(again, .toBC), let last = pass(home, .toSales),
        same(again, last, as: type)
      {
        continue
      }
      return [sample, away, back, again]
    }
    return nil
  }

  /// A value that changes on its way, as the record that nobody can find back to.
  func lossy() -> ExampleRecords? {
    for sample in samples(of: bc.type.value) {
      guard let away = pass(sample, .toSales), away.description != sample.description else {
        continue
      }
      return example([sample, away])
    }
    return nil
  }

  func example(_ trip: [Value]) -> ExampleRecords {
    ExampleRecords(
      direction: .toSales, source: [(bc.name.value, trip[0].description)],
      target: [(sales.name.value, trip[1].description)])
  }

  /// The value in the target's normal form; nil where the way refuses it or only the host knows.
  private func pass(_ value: Value, _ direction: Direction) -> Value? {
    var value = value
    for step in map.transforms(direction) {
      guard let next = try? step.apply(value) else { return nil }
      value = next
    }
    let target = direction == .toSales ? sales.type.value : bc.type.value
    switch (value, target) {
    case (.text(let text), .text(let length)), (.text(let text), .memo(let length)):
      return .of(text: length.map { TextLength.cut(text, to: $0) } ?? text)
    case (.text(let text), .code(let length)):
      return .of(text: Code.normalized(TextLength.cut(Code.normalized(text), to: length)))
    case (.decimal(let number), _):
      guard let places = FlowTyping.places(of: target) else { return nil }
      return (try? number.rounded(toPlaces: places)).map(Value.decimal)
    case (.integer(let number), _) where FlowTyping.limit(of: target) != nil:
      return .text(Conversion.text(from: number))
    case (.dateTime(let moment), .date): return .date(moment.date)
    default: return value
    }
  }

  private func same(_ left: Value, _ right: Value, as type: FieldType) -> Bool {
    Comparison.same(left, right, as: type)
  }

  private func samples(of type: FieldType) -> [Value] {
    switch type {
    case .text, .memo, .code: return texts(type)
    case .integer, .bigInteger: return [1, 0, -1, 7, -12, 100].map(Value.integer)
    case .decimal, .money:
      let numbers = ["1", "0", "-1", "2.5", "0.01", "-12.34", "100"]
      return numbers.compactMap { try? DecimalValue(parsing: $0) }.map(Value.decimal)
    case .date:
      return ["2026-01-31", "1999-12-01"].compactMap(DateValue.init(parsing:)).map(Value.date)
    case .dateTime:
      return ["2026-01-31T09:30:00Z"].compactMap(DateTimeValue.init(parsing:)).map(Value.dateTime)
    case .boolean, .guid, .option, .lookup: return []
    }
  }

  /// Ordinary texts, and those that the steps themselves name.
  private func texts(_ type: FieldType) -> [Value] {
    var texts = ["A", "abc", "Abc Def", "A-1", "0012", " x ", "É"]
    for step in map.toSales + map.toBC {
      for word in step.words where !word.isEmpty {
        texts += [word, word + "A", "A" + word, "A" + word + "B"]
      }
    }
    let limit = FlowTyping.limit(of: type) ?? nil
    return texts.filter { text in limit.map { TextLength.fits(text, in: $0) } ?? true }
      .map { text in
        if case .code = type { .of(text: Code.normalized(text)) } else { .of(text: text) }
      }
  }
}

extension Transform {
  /// The texts that its author gave it.
  fileprivate var words: [String] {
    switch self {
    case .replace(let from, let to): [from, to]
    case .prefix(let text), .suffix(let text), .removePrefix(let text), .removeSuffix(let text):
      [text]
    // As long as it reads, so that one letter more is lost.
    case .substring(let start, let length) where start + length <= 200:
      [String(repeating: "AbcdefghiJ", count: 21).prefix(start + length)].map(String.init)
    default: []
    }
  }
}
