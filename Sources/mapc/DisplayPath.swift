/// Paths as a command shows them.
enum DisplayPath {
  /// A path of the project relative to the current folder; absolute where that is no shorter way.
  static func relative(_ path: String, root: String) -> String {
    let here = FileSystem.currentFolder
    if root == here { return path }
    let full = root + "/" + path
    if full.hasPrefix(here + "/") { return String(full.dropFirst(here.count + 1)) }
    if here.hasPrefix(root + "/") {
      let depth = here.dropFirst(root.count + 1).split(separator: "/").count
      return String(repeating: "../", count: depth) + path
    }
    return full
  }

  /// A file or folder that a person named, relative to the root, which is empty itself; nil where
  /// it lies outside. Links within the project count where they stand, as its files do.
  static func inProject(_ named: String, root: String) -> String? {
    let paths = [absolute(named), FileSystem.realPath(named)].compactMap { $0 }
    if paths.contains(root) { return "" }
    return paths.first { $0.hasPrefix(root + "/") }.map { String($0.dropFirst(root.count + 1)) }
  }

  /// The path from the system's root, without dots.
  private static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let full = path.hasPrefix("/") ? path : FileSystem.currentFolder + "/" + path
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
