/// An exact decimal number: a count of 10^-10, with 28 digits before the point. Never a Double.
@frozen
public struct DecimalValue: Hashable, Sendable {
  /// How often 10^-10 is in the number.
  public let units: Int128

  /// The digits behind the point that a value can have.
  public static let maximumPlaces = 10

  @inlinable public init(units: Int128) {
    self.units = units
  }

  /// A whole number; every Int64 fits.
  @inlinable public init(_ whole: Int64) {
    units = Int128(whole) &* 10_000_000_000
  }

  @inlinable public static var zero: DecimalValue { DecimalValue(units: 0) }

  /// The digits behind the point that this value needs, from 0 to 10.
  public var places: Int {
    var rest = units.magnitude % 10_000_000_000
    guard rest != 0 else { return 0 }
    var places = DecimalValue.maximumPlaces
    while rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return places
  }
}

extension DecimalValue: Comparable {
  @inlinable public static func < (left: DecimalValue, right: DecimalValue) -> Bool {
    left.units < right.units
  }
}

extension DecimalValue: ExpressibleByIntegerLiteral {
  @inlinable public init(integerLiteral value: Int64) {
    self.init(value)
  }
}
