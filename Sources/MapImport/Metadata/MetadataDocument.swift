/// What a `$metadata` file says of entity types, as it says it.
struct MetadataDocument: Sendable {
  struct Property: Sendable {
    let name: String
    let type: String
    let maximumLength: Int?
    let scale: Int?
    var isReadOnly = false
  }

  /// A navigation property with the column that holds its key.
  struct Navigation: Sendable {
    let name: String
    let type: String
    var column: String?
    var referenced: String?
  }

  struct EntityType: Sendable {
    let name: String
    let base: String?
    let isAbstract: Bool
    var key: [String] = []
    var properties: [Property] = []
    var navigations: [Navigation] = []

    /// Its name without the namespace.
    var shortName: String { MetadataDocument.shortName(of: name) }
  }

  struct EntitySet: Sendable {
    let name: String
    let type: String
  }

  /// The namespaces of its schemas, in order.
  var namespaces: [String] = []
  /// What a schema may be called besides; a name within it may stand behind either.
  var aliases: [String: String] = [:]
  /// By full name, `Microsoft.NAV.customer`. Two of them may differ in case alone.
  var types: [String: EntityType] = [:]
  var sets: [EntitySet] = []
  var enumerations: [String: [SystemField.Option]] = [:]

  /// The last part of a full name, which may be that of a type that the file does not have.
  static func shortName(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The full name behind one that may stand with an alias: `mscrm.account`.
  func fullName(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), let whole = aliases[String(name[..<dot])] else {
      return name
    }
    return whole + name[dot...]
  }

  /// A type's properties and navigations with those that it inherits, the inherited ones first.
  func inherited(_ type: EntityType) -> (properties: [Property], navigations: [Navigation]) {
    lineage(of: type).reversed().reduce(into: ([], [])) { all, type in
      all.0 += type.properties
      all.1 += type.navigations
    }
  }

  /// The nearest key, which a base may say.
  func key(of type: EntityType) -> [String] {
    lineage(of: type).first { !$0.key.isEmpty }?.key ?? []
  }

  /// The types that a value of this one may be: itself, or those that are built on it where it is
  /// abstract, as `principal` is for users and teams.
  func concrete(_ name: String) -> [String] {
    guard let type = types[name], type.isAbstract else { return [name] }
    return types.filter { other in
      !other.value.isAbstract && lineage(of: other.value).contains { $0.name == type.name }
    }.keys.sorted()
  }

  /// The type and those that it is built on; one that is built on itself ends there.
  private func lineage(of type: EntityType) -> [EntityType] {
    var line = [type]
    while let base = line.last?.base, let next = types[fullName(base)],
      !line.contains(where: { $0.name == next.name })
    {
      line.append(next)
    }
    return line
  }
}
