/// The other direction of a two-way field map, where it loses something: a stored target that
/// comes back as the source is left alone, so that what was cut on arrival is never written back
/// cut (docs/language.md#when-a-value-has-changed).
public struct WayBack: Sendable {
  /// A stored value and the source value that it means.
  public struct Pair: Hashable, Sendable {
    public let stored: Value
    public let source: Value

    public init(stored: Value, source: Value) {
      self.stored = stored
      self.source = source
    }
  }

  /// What a value map reads on the way back; of several that mean one, the stored one stays.
  public let values: [Pair]
  /// The steps towards the source.
  public let transforms: [Transform]
  public let targetType: FieldType
  public let sourceType: FieldType
  /// The source's length, where the way back may cut.
  public let cutsTo: Int?
  /// What nothing stored comes back as: BC's number, boolean or option where nobody filled one in.
  /// `empty` where that is empty too, and where nothing comes back of nothing.
  public let blank: Value

  public init(
    values: [Pair] = [], transforms: [Transform], targetType: FieldType, sourceType: FieldType,
    cutsTo: Int?, blank: Value = .empty
  ) {
    self.values = values
    self.transforms = transforms
    self.targetType = targetType
    self.sourceType = sourceType
    self.cutsTo = cutsTo
    self.blank = blank
  }

  /// Whether what is stored would come back as the source. Where nothing is stored, the field map's
  /// `empty` answers for an empty source, so that `empty: refuse` refuses it.
  public func comesBack(_ stored: Value, as source: Value) -> Bool {
    guard !stored.isEmpty else { return !blank.isEmpty && blank == source }
    do {
      var value = stored
      var type = targetType
      for transform in transforms {
        value = try transform.apply(value)
        type = transform.accepts(type) ?? type
      }
      if !values.isEmpty {
        return values.contains { $0.stored == value && $0.source == source }
      }
      if case .decimal(let number) = value, sourceType == .integer || sourceType == .bigInteger {
        value = .decimal(try number.rounded(toPlaces: 0))
      }
      value = try Conversion.convert(value, from: type, to: sourceType)
      if let length = cutsTo, case .text(let text) = value {
        value = .of(text: TextLength.cut(text, to: length))
      }
      if case .decimal(let number) = value, let places = decimalPlaces {
        value = .decimal(try number.rounded(toPlaces: places))
      }
      return Comparison.same(value, source, as: sourceType)
    } catch {
      return false
    }
  }

  private var decimalPlaces: Int? {
    switch sourceType {
    case .decimal(let places): places
    case .money: 4
    default: nil
    }
  }
}
