import MapCompiler
import MapSource

/// A project after every fix that is certain, as `mapc check --fix` leaves it.
struct FixedProject {
  enum Problem: Error {
    case endless
  }

  /// The files that changed, each behind a line `#--- PATH`.
  let text: String

  /// Nil where nothing is certain.
  init?(_ files: [SourceFile]) throws {
    var files = files.sorted { $0.path < $1.path }
    var changed: Set<String> = []
    var rounds = 0
    while true {
      let compilation = Compiler.check(files)
      let fixes = compilation.findings.compactMap(\.fix).filter(\.certain)
      if fixes.isEmpty { break }
      rounds += 1
      guard rounds < 10 else { throw Problem.endless }
      let application = FixApplication(fixes, to: compilation.sources)
      var fixed = compilation.sources.files
      for file in application.changedFiles {
        let path = fixed[Int(file)].path
        changed.insert(path)
        fixed[Int(file)] = SourceFile(path: path, bytes: application.bytes(of: file))
      }
      files = fixed
    }
    guard !changed.isEmpty else { return nil }
    text = files.filter { changed.contains($0.path) }.map { file in
      let text = file.text(0, file.bytes.count)
      return "#--- \(file.path)\n" + text + (text.hasSuffix("\n") ? "" : "\n")
    }.joined()
  }
}
