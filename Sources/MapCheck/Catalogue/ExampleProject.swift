import MapSource

/// A project in one text: the files stand one after the other, each behind a line `#--- path`.
public enum ExampleProject {
  public static func files(of text: String) -> [SourceFile] {
    var files: [SourceFile] = []
    var path: String?
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#--- ") {
        add(path, lines, to: &files)
        path = String(line.dropFirst(5))
        lines = []
      } else {
        lines.append(line)
      }
    }
    add(path, lines, to: &files)
    return files
  }

  private static func add(_ path: String?, _ lines: [Substring], to files: inout [SourceFile]) {
    guard let path else { return }
    files.append(SourceFile(path: path, text: lines.joined(separator: "\n")))
  }
}
