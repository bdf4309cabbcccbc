import MapRuntime
import MapSyntax

/// A file as it was parsed, with the role that its folder gives it.
public struct ParsedFile: Sendable {
  /// What a file describes.
  public enum Role: Hashable, Sendable {
    case project
    case mapping
    case table(Side)
  }

  public let role: Role
  /// Its name without folder and `.yaml`.
  public let baseName: String
  public let tree: SyntaxTree

  public init(role: Role, baseName: String, tree: SyntaxTree) {
    self.role = role
    self.baseName = baseName
    self.tree = tree
  }
}
