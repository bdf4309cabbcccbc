/// The tables of an API of Business Central. It names entities and their properties in its own way,
/// and so do new table files; those that people wrote say by `odata` which they mean.
struct BusinessCentralTables {
  private let document: MetadataDocument

  init(_ document: MetadataDocument) { self.document = document }

  var description: SystemDescription {
    SystemDescription(origin: .businessCentral, tables: document.sets.compactMap(table))
  }

  /// Nil for an entity without a key: nothing could be coupled with it.
  private func table(_ set: MetadataDocument.EntitySet) -> SystemTable? {
    guard let type = document.types[document.fullName(set.type)] else { return nil }
    let key = document.key(of: type)
    guard !key.isEmpty else { return nil }
    var leftOut = 0
    let fields = document.inherited(type).properties.compactMap { property -> SystemField? in
      guard let kind = kind(of: property) else {
        leftOut += 1
        return nil
      }
      var field = SystemField(name: property.name, odata: property.name, kind: kind)
      if key == [property.name] {
        (field.access, field.isRequired, field.isFilled) = (.read, true, true)
      } else if property.isReadOnly || Self.kept.contains(property.name) {
        field.access = .read
      }
      return field
    }
    var table = SystemTable(name: type.shortName, key: key, fields: fields)
    table.set = set.name
    table.leftOut = leftOut
    return table
  }

  private func kind(of property: MetadataDocument.Property) -> SystemField.Kind? {
    if let options = document.enumerations[document.fullName(property.type)] {
      return .option(options.distinct)
    }
    return EdmType.kind(property)
  }

  /// What Business Central keeps by itself on every API page.
  private static let kept: Set = [
    "lastModifiedDateTime", "systemCreatedAt", "systemCreatedBy", "systemModifiedAt",
    "systemModifiedBy", "systemRowVersion",
  ]
}

extension [SystemField.Option] {
  /// Options whose names and numbers are all different, as table files need them: one whose name
  /// stood before has its number behind it, and of one number the first counts.
  var distinct: [SystemField.Option] {
    var names: Set<String> = []
    var numbers: Set<Int32> = []
    return compactMap { option in
      guard numbers.insert(option.value).inserted else { return nil }
      // What has no name is blank to people; the longest key of YAML is far longer than any label.
      let plain = option.name.isEmpty ? " " : String(option.name.prefix(200))
      let name = names.contains(plain) ? "\(plain) (\(option.value))" : plain
      names.insert(name)
      return SystemField.Option(name: name, value: option.value)
    }
  }
}
