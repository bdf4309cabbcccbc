import MapLanguage
import MapRuntime

/// The smallest and the largest number that can arrive at a target, in units of `DecimalValue`. Nil
/// where nothing keeps it within what a decimal holds.
struct NumberBound: Equatable {
  let smallest: Int128
  let largest: Int128

  private static let whole = DecimalValue(1).units

  private init(_ one: Int128, _ other: Int128) {
    smallest = min(one, other)
    largest = max(one, other)
  }

  /// What a whole number of a type can be; nil for other types.
  init?(_ type: FieldType) {
    switch type {
    case .integer: self.init(Int128(Int32.min) * Self.whole, Int128(Int32.max) * Self.whole)
    case .bigInteger: self.init(Int128(Int64.min) * Self.whole, Int128(Int64.max) * Self.whole)
    default: return nil
    }
  }

  /// What a field can hold under its mapping's filter.
  init?(of place: Int, on side: Side, _ scope: FlowScope) {
    let field = scope.field(place, side)
    let type = NumberBound(field.type.value)
    let filtered = scope.mapping.outsideFilter == .skip ? Self.filtered(place, side, scope) : nil
    guard let bound = filtered ?? type else { return nil }
    self = bound
  }

  /// The largest number of steps from nought at which the filter tells more than the type.
  private static func filtered(_ place: Int, _ side: Side, _ scope: FlowScope) -> NumberBound? {
    let filter = scope.mapping.filter(side)
    guard filter.mentions(place), let scale = ValueScale(scope.type(place, side)) else {
      return nil
    }
    let ways = RecordDomain.ways(through: [filter], in: scope.context.table(scope.mapping, side))
    var ends: [Int128] = []
    for way in ways where !way.isEmpty {
      guard case .ordered(let numbers) = way.domain(of: place).filled,
        let first = numbers.intervals.first, let last = numbers.intervals.last
      else { continue }
      for end in [first.lowerBound, last.upperBound] {
        guard end != scale.all.lowerBound, end != scale.all.upperBound else { return nil }
        ends.append(Self.units(scale.value(at: end)))
      }
    }
    guard let least = ends.min(), let most = ends.max() else { return nil }
    return NumberBound(least, most)
  }

  static func units(_ value: Value) -> Int128 {
    switch value {
    case .integer(let number): Int128(number) * whole
    case .decimal(let number): number.units
    default: 0
    }
  }

  /// What a step makes of it.
  func after(_ step: Transform) -> NumberBound? {
    switch step {
    case .negate: NumberBound(-smallest, -largest)
    case .atLeastZero: NumberBound(max(0, smallest), max(0, largest))
    case .round(let places): places < 0 ? nil : NumberBound(smallest, largest)
    case .multiply(let factor): scaled { Self.product($0, factor.units) }
    case .divide(let divisor): scaled { Self.quotient($0, divisor.units) }
    default: nil
    }
  }

  private func scaled(_ scale: (Int128) -> Int128?) -> NumberBound? {
    guard let one = scale(smallest), let other = scale(largest) else { return nil }
    return NumberBound(one, other)
  }

  private static func product(_ number: Int128, _ factor: Int128) -> Int128? {
    let (whole, rest) = number.quotientAndRemainder(dividingBy: Self.whole)
    let (product, overflows) = whole.multipliedReportingOverflow(by: factor)
    let (part, exceeds) = rest.multipliedReportingOverflow(by: factor)
    guard !overflows, !exceeds else { return nil }
    let (sum, isOver) = product.addingReportingOverflow(part / Self.whole)
    return isOver ? nil : sum
  }

  private static func quotient(_ number: Int128, _ divisor: Int128) -> Int128? {
    guard divisor != 0 else { return nil }
    let (scaled, overflows) = number.multipliedReportingOverflow(by: Self.whole)
    return overflows ? nil : scaled / divisor
  }

  /// Whether no number of it is out of the other one's range; a fraction is another question.
  func fits(in other: NumberBound) -> Bool {
    smallest > other.smallest - Self.whole && largest < other.largest + Self.whole
  }
}
