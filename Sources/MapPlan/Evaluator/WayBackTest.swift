import MapRuntime

/// Whether a stored target comes back as the source (LANGUAGE 5, "a value counts as changed").
enum WayBackTest {
  static func comesBack(_ stored: Value, as source: Value, _ back: WayBack) -> Bool {
    guard !stored.isEmpty else { return source.isEmpty }
    do {
      var value = stored
      var type = back.targetType
      for transform in back.transforms {
        value = try transform.apply(value)
        type = transform.accepts(type) ?? type
      }
      if !back.values.isEmpty {
        return back.values.contains { $0.source == value && $0.target == source }
      }
      value = try Conversion.convert(value, from: type, to: back.sourceType)
      if let length = back.cutsTo, case .text(let text) = value {
        value = .of(text: TextLength.cut(text, to: length))
      }
      if case .decimal(let number) = value, let rounded = rounded(number, back.sourceType) {
        value = .decimal(rounded)
      }
      return Comparison.same(value, source, as: back.sourceType)
    } catch {
      return false
    }
  }

  private static func rounded(_ number: DecimalValue, _ type: FieldType) -> DecimalValue? {
    switch type {
    case .decimal(let places): try? number.rounded(toPlaces: places)
    case .money: try? number.rounded(toPlaces: 4)
    default: nil
    }
  }
}
