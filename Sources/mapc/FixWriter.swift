import MapCompiler
import MapSource

/// Writes the fixes that are certain into their files.
enum FixWriter {
  /// Says what was mended on standard error, and returns how many fixes were applied.
  /// - Parameter named: the files that may change.
  static func write(
    _ compilation: Compilation, root: String, named: Set<String>
  ) throws -> Int {
    let fixes = compilation.findings.compactMap(\.fix).filter { fix in
      fix.certain && fix.edits.allSatisfy { named.contains(compilation.sources[$0.span.file].path) }
    }
    guard !fixes.isEmpty else { return 0 }
    let application = FixApplication(fixes, to: compilation.sources)
    for file in application.changedFiles {
      let name = compilation.sources[file].path
      let path = root + "/" + name
      // A link stays one: what it leads to is mended.
      try FileSystem.write(application.bytes(of: file), to: FileSystem.realPath(path) ?? path)
      let count = application.taken.count { $0.edits.contains { $0.span.file == file } }
      Terminal.error(
        "mapc: \(DisplayPath.relative(name, root: root)): \(count == 1 ? "1 fix" : "\(count) fixes")"
          + " applied\n")
    }
    return application.taken.count
  }
}
