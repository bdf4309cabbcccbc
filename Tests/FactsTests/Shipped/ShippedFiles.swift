import FoundationEssentials
import MapSource

/// The files of this repository's project, as text.
struct ShippedFiles: Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  var files: [SourceFile] = []

  init() throws {
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      let path = Self.root.appending(path: folder).path
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      for name in names where name.hasSuffix(".yaml") {
        let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
        files.append(SourceFile(path: "\(folder)/\(name)", bytes: Array(bytes)))
      }
    }
  }

  /// The files with a text replaced where it stands for the first time; nil where it does not.
  func replacing(_ old: String, with new: String, in path: String) -> ShippedFiles? {
    guard let place = files.firstIndex(where: { $0.path == path }) else { return nil }
    let text = String(decoding: files[place].bytes, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return nil }
    var changed = self
    changed.files[place] = SourceFile(path: path, text: text.replacingCharacters(range, new))
    return changed
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, _ new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
