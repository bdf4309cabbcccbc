/// The tables of Dataverse: `$metadata` has their columns and navigation properties, and entity
/// definitions, where they are given, what each column is.
struct DataverseTables {
  private let document: MetadataDocument
  private let definitions: EntityDefinitions

  init(_ document: MetadataDocument, _ definitions: EntityDefinitions) {
    self.document = document
    self.definitions = definitions
  }

  var description: SystemDescription {
    SystemDescription(origin: .dataverse, tables: document.sets.compactMap(table))
  }

  private func table(_ set: MetadataDocument.EntitySet) -> SystemTable? {
    guard let type = document.types[document.fullName(set.type)] else { return nil }
    let name = type.shortName
    let (properties, navigations) = document.inherited(type)
    // What has no id of Dataverse's kind is no table: nothing could be coupled with it.
    guard let key = primaryID(of: type, properties),
      properties.contains(where: { $0.name == key && $0.type == "Edm.Guid" })
    else { return nil }
    let columns = Set(properties.map(\.name))
    let known = definitions[name]
    var leftOut = 0
    let fields = properties.compactMap { property -> SystemField? in
      // Users and teams have their id twice, the second time as owners.
      if type.key.contains(property.name), property.name != key { return nil }
      let isAmount =
        columns.contains(property.name + "_base") || property.name.hasSuffix("_base")
      guard var field = field(property, navigations, isAmount: isAmount) else {
        leftOut += 1
        return nil
      }
      if let attribute = known?.attributes[field.name] {
        guard attribute.apply(to: &field) else {
          leftOut += 1
          return nil
        }
      }
      if field.name == key {
        (field.access, field.isRequired, field.isFilled) = (.create, true, true)
      }
      return field
    }
    var table = SystemTable(name: name, key: [key], fields: fields)
    table.set = set.name
    table.leftOut = leftOut
    return table
  }

  /// The column of the primary id: what the definition says, or the column that lookups refer to,
  /// or the key. The key of users and teams is the one that they share as owners.
  private func primaryID(
    of type: MetadataDocument.EntityType, _ properties: [MetadataDocument.Property]
  ) -> String? {
    if let said = definitions[type.shortName]?.primaryID { return said }
    let own = type.shortName + "id"
    if properties.contains(where: { $0.name == own }) { return own }
    return document.key(of: type).first
  }

  private func field(
    _ property: MetadataDocument.Property, _ navigations: [MetadataDocument.Navigation],
    isAmount: Bool
  ) -> SystemField? {
    if let lookup = lookup(property, navigations) { return lookup }
    guard let kind = EdmType.kind(property) else { return nil }
    let guessed: SystemField.Kind =
      switch kind {
      // Amounts have a second column in the organization's currency.
      case .decimal where isAmount: .money
      case .integer: .integer(mayBeOption: true)
      case .dateTime: .dateTime(mayBeDate: true)
      default: kind
      }
    var field = SystemField(name: property.name, kind: guessed)
    if property.isReadOnly { field.access = .read }
    return field
  }

  /// A lookup's column reads as `_NAME_value` and is written through its navigation properties,
  /// one a table: `$metadata` calls the column read only and means that.
  private func lookup(
    _ property: MetadataDocument.Property, _ navigations: [MetadataDocument.Navigation]
  ) -> SystemField? {
    guard property.name.hasPrefix("_"), property.name.hasSuffix("_value") else { return nil }
    let name = String(property.name.dropFirst().dropLast(6))
    let targets = navigations.filter { $0.column == property.name }.flatMap { navigation in
      document.concrete(document.fullName(navigation.type)).map {
        SystemField.Target(
          table: MetadataDocument.shortName(of: $0), navigation: navigation.name)
      }
    }.sorted { ($0.table, $0.navigation) < ($1.table, $1.navigation) }
    var field = SystemField(name: name, kind: targets.isEmpty ? .guid : .lookup(targets))
    if targets.isEmpty || Self.kept.contains(name) { field.access = .read }
    return field
  }

  /// Lookups that Dataverse keeps by itself.
  private static let kept: Set = [
    "createdby", "createdonbehalfby", "createdbyexternalparty", "modifiedby",
    "modifiedonbehalfby", "modifiedbyexternalparty", "owningbusinessunit", "owningteam",
    "owninguser",
  ]
}
