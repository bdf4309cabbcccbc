/// Why a transform refuses a value.
public enum TransformFailure: Error, Hashable, Sendable {
  /// The transform does not take values of this kind.
  case wrongValue
  /// The pattern does not match.
  case noMatch
  /// The text is longer than patterns are tried on.
  case tooLong
  /// The text is not a date in the form of the pattern.
  case notADate
  case calculation(DecimalFailure)
  /// Only the host can apply its function.
  case hostFunction(String)
}
