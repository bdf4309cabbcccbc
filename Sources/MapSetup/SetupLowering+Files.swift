import MapKeys
import MapRuntime
import MapSource

/// The files of the embedded pair and the state.
extension SetupLowering {
  /// The files that a setup names, and those that it leaves to the defaults, with their places.
  func files(
    _ systems: [Side: Located<SystemConnection>], state: Located<String>?
  ) -> [Located<String>] {
    let start = Span(startOf: file)
    var files: [Located<String>] = []
    for side in Side.allCases {
      switch systems[side]?.value {
      case .embedded(let path): files.append(Located(path, at: systems[side]?.span ?? start))
      case .address: continue
      case nil: files.append(Located("data/\(side.name).sqlite", at: start))
      }
    }
    return files + [state ?? Located("data/state.sqlite", at: start)]
  }

  /// The two systems and the state are three files (docs/architecture.md#decisions).
  func distinct(_ files: [Located<String>]) {
    var seen: Set<String> = []
    // What the file says is wrong, not what it leaves to the defaults.
    let defaults = files.filter { $0.span == Span(startOf: file) }
    let named = files.filter { $0.span != Span(startOf: file) }
    for file in defaults + named where !seen.insert(file.value).inserted {
      invalid(
        "the file '\(file.value)' stands for two things", at: file.span,
        help: "each system and the state have a file of their own")
    }
  }

  /// A missing right is a problem of the setup, told beside all others (F29). A file that is not
  /// there is none: `mapsync init` makes it.
  func rights(_ files: [Located<String>]) {
    var folders: Set<String> = []
    for file in files {
      if let found = surroundings.rights(file.value) {
        if found.isFolder {
          invalid("'\(file.value)' is a folder", at: file.span, help: "name a file in it")
          continue
        }
        if !found.canRead || !found.canWrite {
          invalid(
            "'\(file.value)' cannot be \(found.canRead ? "written" : "read"): no permission",
            at: file.span, help: "let the user that mapsync runs as read and write it")
        }
      }
      let folder = SetupLowering.folder(of: file.value)
      guard let found = surroundings.rights(folder), folders.insert(folder).inserted else {
        continue
      }
      if !found.isFolder || !found.canWrite {
        invalid(
          found.isFolder
            ? "nothing can be written beside '\(file.value)': no permission for the folder"
              + " '\(folder)'"
            : "'\(folder)' is no folder", at: file.span,
          help: "the database keeps its log and its locks there")
      }
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
