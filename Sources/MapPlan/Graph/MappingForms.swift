import MapCheck

/// When a mapping exists and what it needs then: its edges in each combination of the choices that
/// its file names.
struct MappingForms: Sendable {
  /// The edges under the features of `bits`, one value of each choice that the mapping names.
  struct Form: Sendable {
    let bits: UInt64
    let edges: [PrerequisiteEdge]
  }

  let name: String
  let condition: FeatureGuard
  /// All values of the choices that its file names.
  let relevant: UInt64
  /// One for each combination in which it exists.
  let forms: [Form]

  init(name: String, condition: FeatureGuard, relevant: UInt64, forms: [Form]) {
    self.name = name
    self.condition = condition
    self.relevant = relevant
    self.forms = forms
  }

  init(_ variants: MappingVariants, name: String) {
    self.init(
      name: name, condition: variants.condition, relevant: variants.relevant,
      forms: variants.all.map { mapping in
        Form(
          bits: mapping.features.bits & variants.relevant,
          // What could not be read might have made an edge soft.
          edges: mapping.origin.isWhole ? Prerequisites.edges(of: mapping) : [])
      })
  }

  /// The forms that it can still have.
  func forms(under decisions: Decisions) -> [Form] {
    if decisions.decided & relevant == 0 { return forms }
    return forms.filter { decisions.allow($0.bits, of: relevant) }
  }

  /// Its form under a feature set; nil where it does not exist.
  func form(in features: FeatureSet) -> Form? {
    guard condition.holds(in: features) else { return nil }
    return forms.first { $0.bits == features.bits & relevant }
  }

  /// Whether it exists whatever is chosen for the rest.
  func existsAlways(under decisions: Decisions) -> Bool {
    condition.required & ~decisions.bits == 0
      && condition.forbidden & ~decisions.decided == 0 && condition.forbidden & decisions.bits == 0
  }
}
