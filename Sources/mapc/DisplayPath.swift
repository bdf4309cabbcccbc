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

  /// A file that a person named, relative to the root; nil where it lies outside.
  static func inProject(_ named: String, root: String) -> String? {
    let real = FileSystem.realPath(named) ?? FileSystem.currentFolder + "/" + named
    guard real.hasPrefix(root + "/") else { return nil }
    return String(real.dropFirst(root.count + 1))
  }
}
