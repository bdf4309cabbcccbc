import MapRuntime

/// What an author chose of what a program offers, checked against it. Only this module makes it.
public struct RunChoices: Sendable {
  /// One of each choice.
  public let features: Set<String>
  /// Every setting that has a value.
  public let settings: [String: Value]
  /// At most one of each mapping.
  public let overrides: [MappingOverride]

  /// The policies of mappings with their overrides applied, in the same order.
  public func policies(for mappings: [any CompiledMapping.Type]) -> [MappingPolicy] {
    mappings.map { mapping in
      var policy = mapping.policy
      for override in overrides where override.mapping.value == policy.name {
        override.apply(to: &policy)
      }
      return policy
    }
  }

  /// The mappings of a program that these features turn on, prerequisites first.
  public func mappings(
    of program: any CompiledProgram.Type
  ) -> [any CompiledMapping.Type] { program.mappings(features) }

  /// A program as its author left it: the first of each choice, settings at their defaults.
  public init(defaultsOf program: any CompiledProgram.Type) {
    var settings: [String: Value] = [:]
    for setting in program.settings { settings[setting.name] = setting.default }
    self.init(
      features: Set(program.choices.compactMap(\.first)), settings: settings, overrides: [])
  }

  init(features: Set<String>, settings: [String: Value], overrides: [MappingOverride]) {
    self.features = features
    self.settings = settings
    self.overrides = overrides
  }
}
