import MapRuntime

/// A program without mappings, where none was started.
enum NoProgram: CompiledProgram {
  static var project: String { "" }
  static var choices: [[String]] { [] }
  static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type] { [] }
}
