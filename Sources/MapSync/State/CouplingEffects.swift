import MapRuntime

/// The number under which a state knows what a mapping did in one direction.
public typealias EffectNumber = Int64

/// What a mapping did when it wrote a coupling, in each direction: numbers of `KnownEffect`.
public struct CouplingEffects: Hashable, Sendable {
  /// Nothing was written yet: the two were just coupled.
  public static let none: EffectNumber = 0

  /// Nil where a program wrote it that kept nothing of this.
  public var toSales: EffectNumber?
  public var toBC: EffectNumber?

  public init(toSales: EffectNumber? = none, toBC: EffectNumber? = none) {
    self.toSales = toSales
    self.toBC = toBC
  }

  public subscript(_ direction: Direction) -> EffectNumber? {
    get { direction == .toSales ? toSales : toBC }
    set { if direction == .toSales { toSales = newValue } else { toBC = newValue } }
  }

  /// Notes that a direction was written, or found equal, by a mapping that does this. Two records that
  /// came to agree for the first time agree both ways.
  mutating func note(_ effects: CouplingEffects, _ direction: Direction) {
    if let number = effects[direction], number != Self.none { self[direction] = number }
    if self[direction.reversed] == Self.none {
      self[direction.reversed] = effects[direction.reversed]
    }
  }
}

/// What a state knows of what mappings were.
public struct KnownMappings: Hashable, Sendable {
  /// In the order in which it learned of them.
  public var effects: [KnownEffect]
  /// Which two-way fields they had, as texts (`TwoWayLayout`).
  public var layouts: [String]

  public init(effects: [KnownEffect] = [], layouts: [String] = []) {
    self.effects = effects
    self.layouts = layouts
  }
}

/// What a mapping did in one direction at some time, as a state knows it.
public struct KnownEffect: Hashable, Sendable {
  /// 0 until it is noted.
  public var number: EffectNumber
  public let pair: TablePair
  public let mapping: String
  public let direction: Direction
  public let digest: EffectDigest

  public init(
    number: EffectNumber = 0, pair: TablePair, mapping: String, direction: Direction,
    digest: EffectDigest
  ) {
    self.number = number
    self.pair = pair
    self.mapping = mapping
    self.direction = direction
    self.digest = digest
  }

  func isSame(as other: KnownEffect) -> Bool {
    pair == other.pair && mapping == other.mapping && direction == other.direction
      && digest == other.digest
  }
}

/// What an older form of a mapping did in one direction: couplings of these numbers it wrote.
public struct OlderEffects: Hashable, Sendable {
  public let numbers: Set<EffectNumber>
  /// What was written before the state kept any of this is older too: the mapping was another one when
  /// the state began to.
  public let areUnknownOlder: Bool

  public init(numbers: Set<EffectNumber>, areUnknownOlder: Bool) {
    self.numbers = numbers
    self.areUnknownOlder = areUnknownOlder
  }

  public func contains(_ number: EffectNumber?) -> Bool {
    number.map(numbers.contains) ?? areUnknownOlder
  }
}

extension Intent.Write {
  /// Notes by what its records were written, once that is known to have happened. What is in conflict
  /// is not up to date.
  func noteEffects(in coupling: inout Coupling, _ direction: Direction) {
    guard let effects, !keepsSource else { return }
    if kind == .creation {
      coupling.effects = effects
    } else {
      coupling.effects.note(effects, direction)
    }
  }
}
