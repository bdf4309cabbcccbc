/// What the fact tables call features, in the project's own words.
enum FeatureWords {
  /// The feature that a variant or a condition of the facts is; none for those that always hold.
  static func features(_ word: String) -> [String] {
    switch word {
    case "", "default": []
    case "person-ownership-only": ["person-ownership"]
    case "unit-groups-on": ["unit-groups"]
    case "unit-groups-off": ["single-units"]
    case "extended-pricing": ["price-lists"]
    case "legacy-pricing": ["price-groups"]
    case "one-way": ["one-way-orders"]
    case "bidirectional": ["both-way-orders"]
    // No project has a feature of this name, so that the row is found nowhere.
    default: ["unknown: " + word]
    }
  }

  /// The features in a sentence of `enabled_when`.
  static func named(in sentence: String) -> [String] {
    let phrases = [
      "in person ownership": "person-ownership", "unit group mapping on": "unit-groups",
      "unit group mapping off": "single-units", "extended pricing on": "price-lists",
      "extended pricing off": "price-groups",
      "one-way sales order integration on": "one-way-orders",
      "bidirectional sales order integration on": "both-way-orders",
    ]
    return phrases.filter { sentence.contains($0.key) }.map(\.value).sorted()
  }
}
