import MapSource

/// Where a setup says what; the beginning of the file for what it leaves to the defaults.
public struct SetupPlaces: Sendable {
  public let company: Span
  public let bc: Span
  public let sales: Span
  public let state: Span
  public let localCurrency: Span
  /// The key 'settings'; nil where the setup has none.
  let settings: Span?
  let namedSettings: [String: Span]

  /// The line of the first of some settings that has one, else the place where it would stand.
  public func setting(_ names: [String]) -> Span {
    names.lazy.compactMap { namedSettings[$0] }.first ?? settings ?? Span(startOf: company.file)
  }

  /// Where to write a setting that the setup does not have, for people.
  public func wayToAdd(_ names: [String]) -> String {
    let lines = names.filter { namedSettings[$0] == nil }.map { "'\($0): …'" }
      .joined(separator: " and ")
    guard !lines.isEmpty else { return "give it a value there" }
    return settings == nil
      ? "add a line 'settings:' and indented under it \(lines)" : "add \(lines) under 'settings:'"
  }
}
