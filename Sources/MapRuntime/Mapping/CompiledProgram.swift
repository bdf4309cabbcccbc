/// All mappings of a project as the generator made them.
public protocol CompiledProgram: Sendable {
  /// The project's name.
  static var project: String { get }
  /// The project's choices with their values; the first of each is on unless said otherwise.
  static var choices: [[String]] { get }
  /// The mappings under the features that are on, prerequisites first.
  static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type]
}
