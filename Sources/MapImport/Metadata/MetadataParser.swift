import Foundation
import MapSource

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a `$metadata` file element by element. What else stands there (actions, annotations of
/// other kinds, vocabularies that cannot be fetched) is passed over.
final class MetadataParser: NSObject, XMLParserDelegate {
  private var document = MetadataDocument()
  private var namespace = ""
  private var type: MetadataDocument.EntityType?
  private var property: MetadataDocument.Property?
  private var navigation: MetadataDocument.Navigation?
  private var enumeration: (name: String, members: [SystemField.Option])?
  /// The terms of the annotations that are open.
  private var terms: [String] = []
  private var text = ""
  private var hasSchema = false
  /// How many elements are open, and whether one ever was: the library takes a text that ends in the
  /// middle, or at once, for a whole one.
  private var depth = 0
  private var hasRoot = false
  private var hasFailed = false
  private let source: SourceFile
  /// The first element that lacks what it must say.
  private var problem: ImportProblem?

  private init(_ source: SourceFile) { self.source = source }

  /// - Throws: `ImportProblem` where the file is no `$metadata` that can be read.
  static func parse(_ source: SourceFile) throws(ImportProblem) -> MetadataDocument {
    try refuseForeign(source)
    let reader = MetadataParser(source)
    let parser = XMLParser(data: Data(source.bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let isRead = parser.parse()
    if let problem = reader.problem { throw problem }
    guard isRead, !reader.hasFailed, reader.hasRoot, reader.depth == 0 else {
      throw ImportProblem(
        "the file is no XML that can be read to its end", in: source,
        at: source.line(parser.lineNumber),
        help: "fetch $metadata again, and save all of it as it came")
    }
    guard reader.hasSchema else {
      throw ImportProblem(
        "the file is XML, and no $metadata: it has no 'Schema' with entity types", in: source,
        help: "fetch it from the address of the API, with $metadata at its end")
    }
    return reader.document
  }

  /// Types of documents could make a small file a large one, and name files of this machine;
  /// `$metadata` has none.
  private static func refuseForeign(_ source: SourceFile) throws(ImportProblem) {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
      throw ImportProblem(
        "the file is not UTF-8", in: source, help: "save it as UTF-8, as the system sends it")
    }
    if let place = source.firstRange(of: "<!DOCTYPE") ?? source.firstRange(of: "<!ENTITY") {
      throw ImportProblem(
        "a document type, which $metadata does not have", in: source, at: place,
        help: "fetch $metadata from the system itself")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    text = ""
    depth += 1
    hasRoot = true
    switch element {
    case "Schema":
      hasSchema = true
      guard let name = required("Namespace", of: element, attributes, parser) else { return }
      namespace = name
      document.namespaces.append(namespace)
      if let alias = attributes["Alias"] { document.aliases[alias] = namespace }
    case "EntityType":
      type = required("Name", of: element, attributes, parser).map {
        MetadataDocument.EntityType(
          name: namespace + "." + $0, base: attributes["BaseType"],
          isAbstract: attributes["Abstract"] == "true")
      }
    case "PropertyRef":
      guard type != nil, let name = required("Name", of: element, attributes, parser) else {
        return
      }
      type?.key.append(name)
    case "Property":
      guard type != nil, let name = required("Name", of: element, attributes, parser),
        let holds = required("Type", of: element, attributes, parser)
      else { return }
      property = MetadataDocument.Property(
        name: name, type: holds, maximumLength: attributes["MaxLength"].flatMap { Int($0) },
        scale: attributes["Scale"].flatMap { Int($0) })
    case "NavigationProperty":
      guard type != nil, let name = required("Name", of: element, attributes, parser),
        let leads = required("Type", of: element, attributes, parser)
      else { return }
      navigation = MetadataDocument.Navigation(name: name, type: leads)
    case "ReferentialConstraint":
      navigation?.column = attributes["Property"]
      navigation?.referenced = attributes["ReferencedProperty"]
    case "EnumType":
      enumeration = required("Name", of: element, attributes, parser).map {
        (namespace + "." + $0, [])
      }
    case "Member":
      guard let name = required("Name", of: element, attributes, parser) else { return }
      let next = enumeration?.members.last.map { $0.value &+ 1 } ?? 0
      let value = attributes["Value"].flatMap { Int32($0) } ?? next
      enumeration?.members.append(
        SystemField.Option(name: EncodedName.decoded(name), value: value))
    case "EntitySet":
      guard let name = required("Name", of: element, attributes, parser),
        let holds = required("EntityType", of: element, attributes, parser)
      else { return }
      document.sets.append(MetadataDocument.EntitySet(name: name, type: holds))
    case "Annotation":
      guard let term = required("Term", of: element, attributes, parser) else { return }
      terms.append(term)
      if term == "Org.OData.Core.V1.Computed", attributes["Bool"] == "true" {
        property?.isReadOnly = true
      }
    default:
      return
    }
  }

  /// What an element must say; where it does not, nothing more is read, as nobody knows what it means.
  private func required(
    _ attribute: String, of element: String, _ attributes: [String: String], _ parser: XMLParser
  ) -> String? {
    if let value = attributes[attribute], !value.isEmpty { return value }
    if problem == nil {
      problem = ImportProblem(
        "'\(element)' without '\(attribute)', which it must have", in: source,
        at: source.line(parser.lineNumber),
        help: "fetch $metadata again, and save all of it as it came")
    }
    parser.abortParsing()
    return nil
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { hasFailed = true }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if terms.last == "Org.OData.Core.V1.Permissions" { text += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
    switch element {
    case "EntityType":
      if let type { document.types[type.name] = type }
      type = nil
    case "Property":
      if let property { type?.properties.append(property) }
      property = nil
    case "NavigationProperty":
      if let navigation { type?.navigations.append(navigation) }
      navigation = nil
    case "EnumType":
      if let enumeration { document.enumerations[enumeration.name] = enumeration.members }
      enumeration = nil
    case "EnumMember":
      let permission = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if permission == "Org.OData.Core.V1.PermissionType/Read" { property?.isReadOnly = true }
    case "Annotation":
      if !terms.isEmpty { terms.removeLast() }
    default:
      return
    }
  }
}

extension SourceFile {
  /// The bytes of a line, from 1.
  func line(_ number: Int) -> Range<Int> {
    let table = LineTable(self)
    return table.range(ofLine: min(max(number, 1), table.count))
  }

  /// Where a text first stands.
  func firstRange(of text: StaticString) -> Range<Int>? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= wanted.count else { return nil }
      for start in 0...bytes.count - wanted.count where bytes[start] == wanted[0] {
        let end = start + wanted.count
        if bytes[start..<end].elementsEqual(wanted) { return start..<end }
      }
      return nil
    }
  }
}
