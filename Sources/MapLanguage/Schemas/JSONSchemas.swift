import MapKeys

/// JSON Schemas (2020-12) of the language's files, for editors and `mapc schema`.
public enum JSONSchemas {
  /// What a schema describes.
  public enum Kind: String, Sendable, CaseIterable {
    case mapping
    case table
    case project
  }

  /// The schema of one kind of file; the same text every time.
  public static func text(for kind: Kind) -> String {
    var builder = SchemaBuilder()
    let root: (shape: any KeySet.Type, title: String) =
      switch kind {
      case .mapping: (MappingKey.self, "A mapping of mapc")
      case .table: (TableKey.self, "A table of mapc")
      case .project: (ProjectKey.self, "A project of mapc")
      }
    return builder.document(
      of: root.shape, title: root.title, id: "urn:mapc:schema:1:\(kind.rawValue)")
  }
}
