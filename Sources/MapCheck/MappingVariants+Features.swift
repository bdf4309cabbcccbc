import MapLanguage
import MapRuntime

extension MappingVariants {
  /// The features under which a test runs: those that it names, the first value of every other
  /// choice; where the mapping does not exist then, the first combination in which it does.
  /// Nil where the named ones leave it out.
  public func features(turningOn names: [String], in space: FeatureSpace) -> FeatureSet? {
    let said = space.set(turningOn: names)
    if condition.holds(in: said) { return said }
    let settled = space.relevant(names.reduce(0) { $0 | (space.bit(of: $1) ?? 0) })
    return space.combinations(of: relevant).lazy
      .map { FeatureSet(bits: said.bits & settled | $0.bits & ~settled) }
      .first(where: condition.holds)
  }
}
