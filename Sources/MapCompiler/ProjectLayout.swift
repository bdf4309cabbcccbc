import MapLanguage
import MapRuntime

/// Which files of a project mean what.
public enum ProjectLayout {
  /// What a file is, by its path relative to the root; nil for a file that means nothing here.
  public static func place(of path: String) -> (role: ParsedFile.Role, baseName: String)? {
    guard path.hasSuffix(".yaml"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    let base = String(path[path.index(after: slash)...].dropLast(5))
    switch path[..<slash] {
    case "mappings": return (base == "project" ? .project : .mapping, base)
    case "schemas/bc": return (.table(.bc), base)
    case "schemas/sales": return (.table(.sales), base)
    default: return nil
    }
  }
}
