import MapCheck
import MapPlan

/// The type name of a mapping's variant: the mapping's own under the first features, else followed
/// by the features that tell it apart.
enum VariantName {
  static func of(_ variant: MappingProgram, in program: Program) -> SwiftCode {
    let name = SwiftName.type(of: variant.mapping.origin)
    let siblings = program.mappings.filter { $0.name == variant.name }
    guard siblings.count > 1, siblings[0].mapping.features != variant.mapping.features else {
      return "\(name)"
    }
    let space = program.checked.features
    let features = space.names(of: variant.mapping.features, in: variant.relevant)
    let suffix = features.map { "_\(SwiftName.member(ofOption: $0))" as SwiftCode }.joined("")
    return "\(name)\(suffix)"
  }
}
