/// Which variants of a mapping can be on together.
enum VariantSets {
  /// More combinations than this in one mapping are a mistake; each is a mapping of its own.
  static let limit = 256

  /// Places of the variants that are on, for every choice of features; the empty set first. Nil
  /// where there are too many.
  static func all(of conditions: [FeatureCondition], features: Features?) -> [[Int]]? {
    let axes = axes(of: conditions, features: features)
    var combinations = 1
    for axis in axes {
      combinations *= axis.count
      if combinations > limit { return nil }
    }
    var sets: Set<[Int]> = []
    for number in 0..<combinations {
      var rest = number
      var on: Set<String> = []
      for axis in axes {
        if let feature = axis[rest % axis.count] { on.insert(feature) }
        rest /= axis.count
      }
      sets.insert(
        conditions.indices.filter { place in
          conditions[place].terms.allSatisfy { on.contains($0.feature) != $0.isNegated }
        })
    }
    sets.remove([])
    return [[]] + sets.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What each choice can be: a feature that some condition names, or (nil) any other.
  private static func axes(
    of conditions: [FeatureCondition], features: Features?
  ) -> [[String?]] {
    var named: [String] = []
    for term in conditions.flatMap(\.terms) where !named.contains(term.feature) {
      named.append(term.feature)
    }
    guard let features else { return named.map { [$0, nil] } }
    var axes: [Int: [String?]] = [:]
    for feature in named {
      if let choice = features.choices[feature] { axes[choice, default: []].append(feature) }
    }
    return axes.sorted { $0.key < $1.key }.map { choice, axis in
      axis.count < features.values[choice].count ? axis + [nil] : axis
    }
  }
}
