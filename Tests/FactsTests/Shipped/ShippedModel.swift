import MapCompiler
import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

@testable import MapCheck

/// The shipped mappings and tables as the compiler understands them, ready to compare.
struct ShippedModel: Sendable {
  let checked: CheckedModel
  /// Every way to make the project's choices.
  let combinations: [FeatureSet]
  /// For each mapping, the combinations in which it exists, a bit for each.
  let existence: [UInt64]
  /// For each mapping and field map, the combinations in which it exists.
  let presence: [[FieldKey: UInt64]]

  init(_ checked: CheckedModel) {
    self.checked = checked
    let combinations = checked.features.combinations(of: .max)
    precondition(combinations.count <= 64, "a bit for each combination")
    self.combinations = combinations
    var existence: [UInt64] = []
    var presence: [[FieldKey: UInt64]] = []
    for variants in checked.mappings {
      var exists: UInt64 = 0
      var present: [FieldKey: UInt64] = [:]
      for (bit, features) in combinations.enumerated() {
        guard let mapping = variants.mapping(in: features) else { continue }
        exists |= 1 << UInt64(bit)
        for field in mapping.fields + mapping.disabled {
          present[FieldKey(field), default: 0] |= 1 << UInt64(bit)
        }
      }
      existence.append(exists)
      presence.append(present)
    }
    self.existence = existence
    self.presence = presence
  }

  /// The files as they resolve, without the checks: a changed file need not be right.
  init(unchecked files: ShippedFiles) {
    var sources = SourceSet()
    let parsed = files.files.compactMap { file -> ParsedFile? in
      guard let place = ProjectLayout.place(of: file.path) else { return nil }
      let tree = SyntaxParser.parse(file, file: sources.add(file)).tree
      return ParsedFile(role: place.role, baseName: place.baseName, tree: tree)
    }
    let model = ModelReader.read(parsed).model
    var collector = FindingCollector(FeatureSpace(model.project))
    self.init(CheckedModel(ModelResolver.resolve(model, &collector)))
  }

  /// The mapping at a place, where some features are on in place of the first ones.
  func mapping(_ place: Int, _ features: [String]) -> EffectiveMapping? {
    guard features.allSatisfy({ checked.features.bit(of: $0) != nil }) else { return nil }
    return checked.mapping(place, in: checked.features.set(turningOn: features))
  }

  /// The combinations in which all of the features are on, a bit for each.
  func combinations(with features: [String]) -> UInt64 {
    var needed: UInt64 = 0
    for feature in features {
      guard let bit = checked.features.bit(of: feature) else { return 0 }
      needed |= bit
    }
    return combinations.enumerated().reduce(0) { result, entry in
      entry.element.bits & needed == needed ? result | 1 << UInt64(entry.offset) : result
    }
  }

  /// The features of the first of some combinations.
  func names(ofFirst combinations: UInt64) -> String {
    let features = self.combinations[combinations.trailingZeroBitCount]
    return checked.features.names(of: features).joined(separator: ", ")
  }
}
