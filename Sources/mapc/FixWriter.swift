import MapCompiler
import MapSource

/// Writes the fixes that are certain into their files.
enum FixWriter {
  /// Returns how many fixes were applied.
  static func write(_ compilation: Compilation, root: String) throws -> Int {
    let fixes = compilation.findings.compactMap(\.fix).filter(\.certain)
    guard !fixes.isEmpty else { return 0 }
    let application = FixApplication(fixes, to: compilation.sources)
    for file in application.changedFiles {
      let path = root + "/" + compilation.sources[file].path
      try FileSystem.write(application.bytes(of: file), to: path)
    }
    return application.taken.count
  }
}
