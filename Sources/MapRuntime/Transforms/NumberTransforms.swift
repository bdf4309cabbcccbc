/// The transforms of numbers, as generated code calls them.
public enum NumberTransforms {
  /// Rounded to the nearest, a half away from zero.
  public static func rounded(
    _ number: DecimalValue, places: Int
  ) throws(TransformFailure) -> DecimalValue {
    do { return try number.rounded(toPlaces: places) } catch { throw .calculation(error) }
  }

  public static func multiplied(
    _ number: DecimalValue, by factor: DecimalValue
  ) throws(TransformFailure) -> DecimalValue {
    do { return try number * factor } catch { throw .calculation(error) }
  }

  public static func divided(
    _ number: DecimalValue, by divisor: DecimalValue
  ) throws(TransformFailure) -> DecimalValue {
    do { return try number / divisor } catch { throw .calculation(error) }
  }

  public static func negated(_ number: DecimalValue) throws(TransformFailure) -> DecimalValue {
    do { return try -number } catch { throw .calculation(error) }
  }

  public static func negated(_ number: Int64) throws(TransformFailure) -> Int64 {
    let (opposite, overflow) = (0 as Int64).subtractingReportingOverflow(number)
    if overflow { throw .calculation(.overflow) }
    return opposite
  }

  @inlinable public static func atLeastZero(_ number: DecimalValue) -> DecimalValue {
    max(number, .zero)
  }

  @inlinable public static func atLeastZero(_ number: Int64) -> Int64 {
    max(number, 0)
  }

  public static func formatted(_ number: DecimalValue, _ pattern: NumberPattern) -> String {
    pattern.format(number)
  }

  public static func formatted(_ number: Int64, _ pattern: NumberPattern) -> String {
    pattern.format(DecimalValue(number))
  }
}
