import MapCheck
import MapPlan
import MapRuntime

/// Writes what a mapping does with coupled records as digests, which states keep for every coupling
/// (docs/language.md#when-a-mapping-has-changed).
struct EffectEmitter {
  let names: EmissionNames
  let program: MappingProgram

  func emit(_ file: inout SwiftFile) {
    let effects = Direction.allCases.compactMap { direction in
      program.effect(direction, in: names.checked).map { (direction: direction, answer: $0) }
    }
    guard !effects.isEmpty else { return }
    file.blank()
    file.byDirection("effect(_ direction: Direction) -> MappingEffect?", effects, otherwise: "nil")
    {
      effect, file in
      file.line("return MappingEffect(")
      file.inside { $0.arguments(arguments(effect)) }
    }
  }

  private func arguments(_ effect: MappingEffect) -> [SwiftCode] {
    var arguments: [SwiftCode] = ["\(effect.writes.bits), filter: \(effect.filter.bits)"]
    if !effect.settings.isEmpty {
      arguments.append("settings: \(SwiftValue.texts(effect.settings))")
    }
    if !effect.filterSettings.isEmpty {
      arguments.append("filterSettings: \(SwiftValue.texts(effect.filterSettings))")
    }
    return arguments
  }
}
