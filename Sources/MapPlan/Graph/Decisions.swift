import MapCheck

/// Some of a project's choices made, the others open.
struct Decisions: Sendable {
  /// All values of the choices that are made.
  private(set) var decided: UInt64 = 0
  /// The values that are on.
  private(set) var bits: UInt64 = 0

  /// Only the choices that have one value, and so are none.
  init(_ space: FeatureSpace) {
    for choice in space.choices where choice.nonzeroBitCount == 1 { decide(choice, choice) }
  }

  mutating func decide(_ choice: UInt64, _ value: UInt64) {
    decided |= choice
    bits = bits & ~choice | value
  }

  mutating func open(_ choice: UInt64) {
    decided &= ~choice
    bits &= ~choice
  }

  func deciding(_ choice: UInt64, _ value: UInt64) -> Decisions {
    var result = self
    result.decide(choice, value)
    return result
  }

  /// Whether they leave open a form with these features, of a mapping that names some choices.
  func allow(_ form: UInt64, of relevant: UInt64) -> Bool { form & decided == bits & relevant }

  /// With every open choice at its first value.
  func completed(in space: FeatureSpace) -> FeatureSet {
    FeatureSet(bits: space.standard.bits & ~decided | bits)
  }
}
