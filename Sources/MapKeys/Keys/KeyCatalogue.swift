/// Every shape of a language, so that a key in the wrong place can be told from an unknown one.
public struct KeyCatalogue: Sendable {
  public let shapes: [any KeySet.Type]
  /// The shapes that know each key, by their titles.
  public let titles: [String: [String]]
  /// Keys of the language that become code, and so stand in none of these shapes.
  public let compiled: Set<String>
  /// The command that prints every key, for those who look for one.
  public let schemaCommand: String

  public init(
    _ shapes: [any KeySet.Type], compiled: Set<String> = [], schemaCommand: String
  ) {
    self.compiled = compiled
    self.shapes = shapes
    titles = shapes.reduce(into: [:]) { titles, shape in
      for name in shape.names { titles[name, default: []].append(shape.title) }
    }
    self.schemaCommand = schemaCommand
  }
}
