/// What a BC value becomes where records are matched: the field map's steps towards Sales, without
/// its answers to empty values (F4; R D-45 to D-47).
public struct MatchValue: Sendable {
  /// A BC value and the Sales value that stands for it.
  public struct Pair: Hashable, Sendable {
    public let source: Value
    public let target: Value

    public init(source: Value, target: Value) {
      self.source = source
      self.target = target
    }
  }

  /// The value map; nil where there is none.
  public let values: [Pair]?
  /// What a value without a partner becomes; `empty` where that matches nothing.
  public let otherwise: Value
  public let transforms: [Transform]
  public let from: FieldType
  public let to: FieldType
  /// Whether a text that is too long is cut on its way, and so stands cut in Sales.
  public let isCut: Bool

  public init(
    from: FieldType, to: FieldType, values: [Pair]? = nil, otherwise: Value = .empty,
    transforms: [Transform] = [], cut: Bool = false
  ) {
    self.values = values
    self.otherwise = otherwise
    self.transforms = transforms
    self.from = from
    self.to = to
    isCut = cut
  }

  /// The value to look for in Sales: `empty` where there is nothing to match with (R D-47), nil
  /// for a value that has no form there.
  public func value(of source: Value) -> Value? {
    do {
      var value = source
      var type = from
      if let values {
        if let pair = values.first(where: { $0.source == source }) {
          value = pair.target
        } else if source.isEmpty {
          return .empty
        } else if otherwise.isEmpty {
          return nil
        } else {
          value = otherwise
        }
        type = to
      }
      for transform in transforms {
        value = try transform.apply(value)
        type = transform.accepts(type) ?? type
      }
      value = try Conversion.convert(value, from: type, to: to)
      switch value {
      case .text(let text):
        guard isCut, let length = to.longestText else { break }
        value = .of(text: TextLength.cut(text, to: length))
      case .decimal(let number):
        value = .decimal(try number.rounded(toPlaces: to.keptPlaces))
      default: break
      }
      // Something that leaves nothing to compare by is no empty field.
      return value.isEmpty && !source.isEmpty ? nil : value
    } catch {
      return nil
    }
  }
}

extension FieldType {
  fileprivate var longestText: Int? {
    switch self {
    case .text(let length), .memo(let length): length
    case .code(let length): length
    default: nil
    }
  }

  fileprivate var keptPlaces: Int {
    switch self {
    case .decimal(let places): places
    default: 4
    }
  }
}
