/// The folder that holds `mappings/` and `schemas/`.
enum ProjectRoot {
  /// The named folder, or the nearest one upward from here that has `mappings/`.
  static func find(_ named: String?) throws -> String {
    if let named {
      guard let path = FileSystem.realPath(named), FileSystem.isFolder(path) else {
        throw CommandFailure(sentence: "there is no folder \(named)")
      }
      guard try FileSystem.hasFolder(path + "/mappings") else {
        throw CommandFailure(
          sentence: "there is no folder mappings/ in \(named); 'mapc new NAME' makes one")
      }
      return path
    }
    var folder = FileSystem.currentFolder
    while true {
      if FileSystem.isFolder(folder + "/mappings") { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw CommandFailure(
      sentence: "no folder mappings/ here or above; say --root DIR, or 'mapc new NAME' to begin")
  }
}
