import ArgumentParser
import MapCheck
import MapSource

/// The features that are on, where a command looks at one set of them.
struct FeatureOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The features that are on, by commas; of other choices the first.", valueName: "names"),
    completion: Completions.featureList)
  var features: String?

  /// As they were written; nil where nothing was.
  var names: [String]? { features.map { NameList.names(in: $0) } }

  /// The set, with the first feature of every choice of which nothing is said.
  func set(in space: FeatureSpace) throws -> FeatureSet {
    let names = names ?? []
    var bits: UInt64 = 0
    for name in names {
      guard let bit = space.bit(of: name) else {
        let meant = Spelling.nearest(to: name, among: space.values).map { "; did you mean \($0)?" }
        throw CommandFailure(sentence: "there is no feature \(name)\(meant ?? "")")
      }
      bits |= bit
    }
    for choice in space.choices where (choice & bits).nonzeroBitCount > 1 {
      let clash = space.names(of: FeatureSet(bits: choice & bits)).joined(separator: " and ")
      throw CommandFailure(sentence: "\(clash) cannot be on together")
    }
    return space.set(turningOn: names)
  }
}
