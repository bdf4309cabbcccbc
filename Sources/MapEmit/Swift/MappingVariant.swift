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

  /// The variants of a mapping, the one under the first features first.
  ///
  /// - Parameter forms: the mapping in every combination of the features that its file names.
  static func of(
    _ forms: [MappingProgram], in program: Program, _ names: EmissionNames, path: String
  ) -> [MappingVariant] {
    if forms.count == 1, let form = forms.first {
      let name = SwiftName.type(of: form.mapping.origin)
      return [MappingVariant(name: "\(name)", program: form, features: [form.mapping.features])]
    }
    var order: [String] = []
    var groups: [String: [MappingProgram]] = [:]
    for form in forms {
      var file = SwiftFile()
      MappingEmitter(names: names, program: form, name: "Form", path: path).emit(&file)
      if groups[file.text] == nil { order.append(file.text) }
      groups[file.text, default: []].append(form)
    }
    return order.enumerated().compactMap { place, text in
      guard let forms = groups[text], let first = forms.first else { return nil }
      let name = SwiftName.type(of: first.mapping.origin)
      return MappingVariant(
        name: place == 0 ? "\(name)" : "\(name)\(suffix(first, program))", program: first,
        features: forms.map(\.mapping.features))
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
