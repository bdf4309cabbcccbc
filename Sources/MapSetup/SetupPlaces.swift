import MapSource

/// Where a setup says what; the beginning of the file for what it leaves to the defaults.
public struct SetupPlaces: Sendable {
  public let company: Span
  public let bc: Span
  public let sales: Span
  public let state: Span
  public let localCurrency: Span
  public let settings: Span
}
