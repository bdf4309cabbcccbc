import MapSource

/// Reads what a system says of itself in `$metadata`.
public enum MetadataReader {
  /// - Parameter definitions: the files of entity definitions that tell what Dataverse leaves out of
  ///   `$metadata`: lengths, option values, who may write a column.
  /// - Throws: `ImportProblem` where a file cannot be read, or is of neither system.
  public static func read(
    _ source: SourceFile, definitions: [SourceFile] = []
  ) throws(ImportProblem) -> SystemDescription {
    let document = try MetadataParser.parse(source)
    if document.namespaces.contains("Microsoft.Dynamics.CRM") {
      var known = EntityDefinitions()
      for file in definitions { try known.add(file) }
      return DataverseTables(document, known).description
    }
    if document.namespaces.contains(where: { $0 == "NAV" || $0.hasPrefix("Microsoft.NAV") }) {
      guard definitions.isEmpty else {
        throw ImportProblem(
          "$metadata of Business Central, which says lengths and options itself", in: source,
          help: "leave --attributes out; it is for Dataverse")
      }
      return BusinessCentralTables(document).description
    }
    let named = document.namespaces.map { "'\($0)'" }.joined(separator: ", ")
    throw ImportProblem(
      "$metadata of another system: its schemas are \(named)", in: source,
      help: "Dataverse's has 'Microsoft.Dynamics.CRM', and Business Central's 'Microsoft.NAV'")
  }
}

extension MetadataReader {
  /// Whether a file is Dataverse's, told without reading it.
  public static func isDataverse(_ source: SourceFile) -> Bool {
    source.firstRange(of: "Microsoft.Dynamics.CRM") != nil
  }
}

/// What each column of `$metadata` is by its type alone.
enum EdmType {
  /// Nil for types that table files do not have: pictures, files, lists, times without a day.
  static func kind(_ property: MetadataDocument.Property) -> SystemField.Kind? {
    switch property.type {
    case "Edm.String": .anyText(length: property.maximumLength)
    case "Edm.Int16", "Edm.Int32", "Edm.Byte", "Edm.SByte": .integer(mayBeOption: false)
    case "Edm.Int64": .bigInteger
    case "Edm.Decimal", "Edm.Double", "Edm.Single":
      .decimal(places: property.scale.map { min(max($0, 0), 10) })
    case "Edm.Boolean": .boolean
    case "Edm.Date": .date
    case "Edm.DateTimeOffset": .dateTime(mayBeDate: false)
    case "Edm.Guid": .guid
    default: nil
    }
  }
}
