/// One step that changes a value on its way (docs/language.md#transforms). Empty passes
/// through all.
public enum Transform: Hashable, Sendable {
  case trim
  case uppercase
  case lowercase
  case titleCase
  /// From a position counted from 1, at most so many UTF-16 units, whole characters only.
  case substring(start: Int, length: Int)
  case replace(from: String, to: String)
  /// The template, filled from the first match of the pattern.
  case matches(TextPattern, template: String)
  case digitsOnly
  case alphanumericOnly
  case prefix(String)
  case suffix(String)
  /// The way back of `prefix`; authors do not write it.
  case removePrefix(String)
  /// The way back of `suffix`; authors do not write it.
  case removeSuffix(String)
  case round(places: Int)
  case multiply(DecimalValue)
  /// The way back of `multiply`; authors do not write it.
  case divide(DecimalValue)
  case negate
  case atLeastZero
  case dateFormat(DatePattern)
  /// The way back of `dateFormat`; authors do not write it.
  case parseDate(DatePattern)
  case numberFormat(NumberPattern)
  /// A Swift function of the host, by name; it knows its own types and is not applied here.
  case custom(String)
}
