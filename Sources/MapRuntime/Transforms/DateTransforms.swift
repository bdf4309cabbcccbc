/// The transforms of dates, as generated code calls them.
public enum DateTransforms {
  public static func formatted(_ date: DateValue, _ pattern: DatePattern) -> String {
    pattern.format(date)
  }

  /// The day in UTC.
  public static func formatted(_ moment: DateTimeValue, _ pattern: DatePattern) -> String {
    pattern.format(moment.date)
  }

  /// The date that the pattern writes as this text; nil for ''.
  public static func parsed(
    _ text: String, _ pattern: DatePattern
  ) throws(TransformFailure) -> DateValue? {
    if text.isEmpty { return nil }
    guard let date = pattern.parse(text) else { throw .notADate }
    return date
  }
}
