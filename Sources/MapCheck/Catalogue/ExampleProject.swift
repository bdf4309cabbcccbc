import MapSource

/// A project in one text: the files stand one after the other, each behind a line `#--- path`.
/// `\xE9` stands for that byte, which no text could hold.
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
    files.append(SourceFile(path: path, bytes: bytes(of: lines.joined(separator: "\n"))))
  }

  private static func bytes(of text: String) -> [UInt8] {
    let mark: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
    var rest = Array(text.utf8)[...]
    var bytes: [UInt8] = []
    while let first = rest.first {
      let digits = rest.dropFirst(2).prefix(2)
      if rest.starts(with: mark), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }
}
