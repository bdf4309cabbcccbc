import MapLanguage
import MapRuntime

/// Which files of a project mean what.
public enum ProjectLayout {
  /// What a file is, by its path relative to the root; nil for a file that means nothing here.
  public static func place(of path: String) -> (role: ParsedFile.Role, baseName: String)? {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last, file.hasSuffix(".yaml") else { return nil }
    let base = String(file.dropLast(5))
    switch parts.dropLast() {
    case ["mappings"]: return (base == "project" ? .project : .mapping, base)
    case ["schemas", "bc"]: return (.table(.bc), base)
    case ["schemas", "sales"]: return (.table(.sales), base)
    default: return nil
    }
  }
}
