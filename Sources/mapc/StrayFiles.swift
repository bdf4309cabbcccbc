/// YAML files of a project that lie where nothing is read: their author thinks that they count.
enum StrayFiles {
  /// - Throws: `CommandFailure` that names the first one, and where it would be read.
  static func refuse(in root: String) throws {
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      for name in try names(in: root + "/" + folder) where !name.hasSuffix(".yaml") {
        let path = folder + "/" + name
        if isYAML(name) {
          throw CommandFailure(
            sentence: "\(path) is not read: files of a project end in .yaml; rename it")
        }
        try refuse(filesBelow: path, in: root, "only \(folder)/*.yaml is; move it up")
      }
    }
    for name in try names(in: root + "/schemas") where name != "bc" && name != "sales" {
      let path = "schemas/" + name
      let answer = "tables lie in schemas/bc and schemas/sales; move it there"
      if isYAML(name) { throw CommandFailure(sentence: "\(path) is not read: \(answer)") }
      try refuse(filesBelow: path, in: root, answer)
    }
  }

  private static func refuse(filesBelow folder: String, in root: String, _ answer: String) throws {
    guard let file = try firstFile(below: folder, in: root, depth: 0) else { return }
    throw CommandFailure(sentence: "\(file) is not read: \(answer)")
  }

  private static func firstFile(
    below folder: String, in root: String, depth: Int
  ) throws -> String? {
    // A link may lead back.
    guard depth < 8, FileSystem.isFolder(root + "/" + folder) else { return nil }
    for name in try names(in: root + "/" + folder) {
      let path = folder + "/" + name
      if isYAML(name) { return path }
      if let file = try firstFile(below: path, in: root, depth: depth + 1) { return file }
    }
    return nil
  }

  /// Names that are not hidden; none where there is no folder.
  private static func names(in folder: String) throws -> [String] {
    guard try FileSystem.hasFolder(folder) else { return [] }
    return try FileSystem.names(in: folder).filter { !$0.hasPrefix(".") }
  }

  private static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
