/// Why a calculation or a text gives no decimal.
public enum DecimalFailure: Error, Hashable, Sendable {
  /// The result has more than 28 digits before the point.
  case overflow
  case divisionByZero
  /// The text is not digits with an optional minus, point and fraction.
  case notANumber
  /// The text has more than ten digits behind the point.
  case tooManyPlaces
}
