import MapRuntime

/// The mappings that the running program was built with. Commands are made by the argument parser,
/// which has no place to hand them over.
enum RunningProgram {
  @TaskLocal static var current: any CompiledProgram.Type = NoProgram.self
}
