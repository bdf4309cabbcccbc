/// What a run supplies to every record: the values behind the dollar signs.
public struct RunValues: Sendable {
  public var today: DateValue
  public var now: DateTimeValue
  public var user: Lookup?
  /// The Sales record of BC's local currency (R B-19, M-11).
  public var localCurrency: Lookup?
  /// By name; one with named options holds the place of its name among them.
  public var settings: [String: Value]

  public init(
    now: DateTimeValue, user: Lookup? = nil, localCurrency: Lookup? = nil,
    settings: [String: Value] = [:]
  ) {
    self.now = now
    today = Conversion.date(from: now)
    self.user = user
    self.localCurrency = localCurrency
    self.settings = settings
  }

  /// A setting's value; `empty` where it was not given.
  public func setting(_ name: String) -> Value { settings[name] ?? .empty }

  /// A setting with named options, as an option of a field: the field's numbers for the setting's
  /// names in order, nil for a name that the field does not have.
  public func setting(_ name: String, among numbers: [Int32?]) -> Value {
    guard case .option(let place) = setting(name), numbers.indices.contains(Int(place.rawValue)),
      let number = numbers[Int(place.rawValue)]
    else { return .empty }
    return .option(OptionValue(number))
  }
}
