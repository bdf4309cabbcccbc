/// All mappings of a project as the generator made them.
public protocol CompiledProgram: Sendable {
  /// The project's name.
  static var project: String { get }
  /// The project's choices with their values; the first of each is on unless said otherwise.
  static var choices: [[String]] { get }
  /// The settings that `mapsync.yaml` may give values to.
  static var settings: [SettingDescription] { get }
  /// The products that stand for lines without one: they never synchronize (F18, R C-44).
  static var writeInProducts: [WriteInProduct] { get }
  /// Every table of the project's schemas, whole.
  static var tables: [TableDescription] { get }
  /// The mappings under the features that are on, prerequisites first.
  static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type]
}

extension CompiledProgram {
  public static var settings: [SettingDescription] { [] }
  public static var writeInProducts: [WriteInProduct] { [] }
  public static var tables: [TableDescription] { [] }
}
