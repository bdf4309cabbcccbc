import Foundation
import MapImport
import MapSource

/// Findings on standard output, and the exit status that they give.
enum FindingOutput {
  /// Shows findings and ends the program: 1 where there are some, else 0.
  static func end(_ findings: [Finding], in sources: SourceSet) -> Never {
    let report = FindingReport(findings, in: sources)
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let color = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    Output.text(TextRenderer(color: color).render(report))
    Foundation.exit(findings.isEmpty ? 0 : 1)
  }

  /// What a file of a system says; where it cannot be read, the program ends with that.
  static func orEnd<Value>(_ read: () throws(ImportProblem) -> Value) -> Value {
    do {
      return try read()
    } catch {
      var sources = SourceSet()
      let file = sources.add(error.shownSource)
      end([error.finding(in: file)], in: sources)
    }
  }
}

/// Standard output and standard error.
enum Output {
  /// Ends the program with 2 where not all of it can be written.
  static func text(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      Self.error("mapc import: cannot write the output\n")
      Foundation.exit(2)
    }
  }

  static func error(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
