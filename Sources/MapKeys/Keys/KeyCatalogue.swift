/// Every shape of a language, so that a key in the wrong place can be told from an unknown one.
public struct KeyCatalogue: Sendable {
  public let shapes: [any KeySet.Type]
  /// Keys of the language that become code, and so stand in none of these shapes.
  public let compiled: Set<String>
  /// The command that prints every key, for those who look for one.
  public let schemaCommand: String
  /// Only files with an unknown key ask, and all of the language's keys take time to list.
  private let titles: OnFirstUse<[String: [String]]>

  public init(
    _ shapes: [any KeySet.Type], compiled: Set<String> = [], schemaCommand: String
  ) {
    self.compiled = compiled
    self.shapes = shapes
    titles = OnFirstUse {
      shapes.reduce(into: [:]) { titles, shape in
        for name in shape.names { titles[name, default: []].append(shape.title) }
      }
    }
    self.schemaCommand = schemaCommand
  }

  /// The titles of the shapes that know a key; nil where none does.
  public func titles(knowing key: String) -> [String]? { titles.value[key] }
}
