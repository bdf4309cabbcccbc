import MapCheck
import MapCompiler
import MapSource

/// Files as other systems save them.
enum ExampleFiles {
  /// The findings of a project whose files have CRLF and a byte order mark.
  static func windows(_ text: String) -> [String] {
    let files = ExampleProject.files(of: text).map { file in
      SourceFile(
        path: file.path,
        bytes: [0xEF, 0xBB, 0xBF] + file.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    }
    return Compiler.check(files).findings.map { "\($0.name): \($0.message)" }
  }
}
