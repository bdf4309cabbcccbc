import MapCheck
import MapPlan

/// A type to be generated: the forms of a mapping that come out the same under several features.
struct MappingVariant {
  /// The type's name: the mapping's own under the first features, else followed by the features
  /// that tell it apart.
  let name: SwiftCode
  let program: MappingProgram
  /// The combinations of the features that its file names in which it is in force.
  let features: [FeatureSet]

  /// The variants of a mapping, the one under the first features first, and the Swift of each.
  ///
  /// - Parameter forms: the mapping in every combination of the features that its file names.
  static func of(
    _ forms: [MappingProgram], in program: Program, _ names: EmissionNames, path: String
  ) -> [(variant: MappingVariant, parts: MappingParts)] {
    var order: [(parts: MappingParts, forms: [MappingProgram])] = []
    for form in forms {
      let parts = MappingEmitter(names: names, program: form, path: path).parts()
      if let place = order.firstIndex(where: { $0.parts == parts }) {
        order[place].forms.append(form)
      } else {
        order.append((parts, [form]))
      }
    }
    return order.enumerated().compactMap { place, group in
      guard let first = group.forms.first else { return nil }
      let name = SwiftName.type(of: first.mapping.origin)
      let variant = MappingVariant(
        name: place == 0 ? "\(name)" : "\(name)\(suffix(first, program))", program: first,
        features: group.forms.map(\.mapping.features))
      return (variant, group.parts)
    }
  }

  private static func suffix(_ form: MappingProgram, _ program: Program) -> SwiftCode {
    let space = program.checked.features
    let all = space.names(of: form.mapping.features, in: form.relevant)
    let standard = Set(space.names(of: space.standard))
    let telling = all.filter { !standard.contains($0) }
    return (telling.isEmpty ? all : telling)
      .map { "_\(SwiftName.member(ofOption: $0))" as SwiftCode }.joined("")
  }
}
