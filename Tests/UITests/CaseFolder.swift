import Foundation

/// Where the cases and the tables that they share lie on disk.
enum CaseFolder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()

  /// `GROUP/NAME` of every case, in order.
  static let names: [String] = {
    let top = root.appending(path: "Cases").path()
    let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// Whether what comes is written down as what should come.
  static let updatesGoldens = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  static func read(_ name: String) throws -> Case {
    let path = root.appending(path: "Cases/\(name).yaml")
    return try Case(name, text: String(contentsOf: path, encoding: .utf8)) { file in
      try [UInt8](Data(contentsOf: root.appending(path: "Base/\(file)")))
    }
  }

  /// The text beside a case; nil where there is none.
  static func golden(_ name: String, _ ending: String) -> String? {
    try? String(contentsOf: root.appending(path: "Cases/\(name).\(ending)"), encoding: .utf8)
  }

  /// Writes the text beside a case; takes the file away where there is no text.
  static func record(_ text: String?, _ name: String, _ ending: String) throws {
    let path = root.appending(path: "Cases/\(name).\(ending)")
    if let text {
      try text.write(to: path, atomically: true, encoding: .utf8)
    } else if FileManager.default.fileExists(atPath: path.path()) {
      try FileManager.default.removeItem(at: path)
    }
  }
}
