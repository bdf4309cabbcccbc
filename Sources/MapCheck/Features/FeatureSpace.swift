import MapLanguage

/// The project's choices and all the ways to make them.
public struct FeatureSpace: Sendable {
  /// How many values fit; more of them are a finding when the project is read.
  public static let capacity = Project.mostFeatures

  /// The names of all values, choice by choice.
  public let values: [String]
  /// The values of each choice as bits; the first of a choice is on unless said otherwise.
  public let choices: [UInt64]
  private let places: [String: Int]

  public init(_ project: Project) {
    var values: [String] = []
    var choices: [UInt64] = []
    for choice in project.choices {
      var bits: UInt64 = 0
      for value in choice.values where values.count < Self.capacity {
        bits |= 1 << UInt64(values.count)
        values.append(value.value)
      }
      if bits != 0 { choices.append(bits) }
    }
    self.values = values
    self.choices = choices
    places = Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The first value of every choice.
  public var standard: FeatureSet {
    FeatureSet(bits: choices.reduce(0) { $0 | ($1 & ~($1 - 1)) })
  }

  /// The bit of a feature; nil for an unknown one.
  public func bit(of feature: String) -> UInt64? { places[feature].map { 1 << UInt64($0) } }

  public func `guard`(_ condition: FeatureCondition) -> FeatureGuard {
    var result = FeatureGuard()
    for term in condition.terms {
      guard let bit = bit(of: term.feature) else { continue }
      if term.isNegated { result.forbidden |= bit } else { result.required |= bit }
    }
    return result
  }

  /// All values of the choices to which the named ones belong.
  public func relevant(_ named: UInt64) -> UInt64 {
    choices.reduce(0) { $1 & named != 0 ? $0 | $1 : $0 }
  }

  /// How many combinations are looked at: each takes its time, and every further choice doubles
  /// them. More are a finding (`FeatureCombinationsCheck`).
  public static let limit = 1024

  /// How many ways there are to make the choices that hold one of the named values.
  public func count(of named: UInt64) -> Int {
    choices.reduce(1) { count, choice in
      guard choice & named != 0 else { return count }
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: choice.nonzeroBitCount)
      return isTooLarge ? .max : product
    }
  }

  /// Every way to make the choices that hold one of the named values; others stay at their first.
  /// Past the limit, so do the last of the named ones.
  public func combinations(of named: UInt64) -> [FeatureSet] {
    var sets: [UInt64] = [0]
    for choice in choices {
      let isVaried =
        choice & named != 0 && sets.count * choice.nonzeroBitCount <= Self.limit
      let options = isVaried ? Self.bits(of: choice) : [choice & ~(choice - 1)]
      sets = sets.flatMap { set in options.map { set | $0 } }
    }
    return sets.map(FeatureSet.init(bits:))
  }

  /// The standard set with some values turned on in place of their choice's first.
  public func set(turningOn features: [String]) -> FeatureSet {
    var bits = standard.bits
    for feature in features {
      guard let bit = bit(of: feature) else { continue }
      for choice in choices where choice & bit != 0 { bits = bits & ~choice | bit }
    }
    return FeatureSet(bits: bits)
  }

  /// The names of a set's values, those of some choices only.
  public func names(of set: FeatureSet, in relevant: UInt64 = .max) -> [String] {
    values.indices
      .filter { set.bits & relevant & (1 << UInt64($0)) != 0 }
      .map { values[$0] }
  }

  private static func bits(of choice: UInt64) -> [UInt64] {
    (0..<UInt64(capacity)).map { 1 << $0 }.filter { choice & $0 != 0 }
  }
}
