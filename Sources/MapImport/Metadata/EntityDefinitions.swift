import Foundation
import MapSource

/// What entity definitions tell of Dataverse's columns beside `$metadata`: the answers to
/// `EntityDefinitions` with its attributes, or to a list of one table's attributes, each saved as it
/// came.
struct EntityDefinitions {
  struct Definition {
    var primaryID: String?
    var attributes: [String: AttributeDefinition] = [:]
  }

  private var byName: [String: Definition] = [:]

  subscript(_ table: String) -> Definition? { byName[table] }

  /// Takes a file in; later ones add to earlier ones, column by column.
  mutating func add(_ source: SourceFile) throws(ImportProblem) {
    let answer = try JSONDocument.decode(Answer.self, from: source)
    let context = answer.context.flatMap(Self.table)
    var found = false
    for item in answer.items {
      if let name = item.logicalName, item.attributes != nil || item.primaryID != nil {
        found = true
        byName[name, default: Definition()].primaryID = item.primaryID ?? byName[name]?.primaryID
        for attribute in item.attributes ?? [] { add(attribute, to: name) }
      } else if item.attribute.says, let name = item.attribute.entity ?? context {
        found = true
        add(item.attribute, to: name)
      }
    }
    guard found else {
      throw ImportProblem(
        "the file has no entity definitions: no table with 'Attributes', and no list of one's",
        in: source,
        help: "save the answer to EntityDefinitions(LogicalName='account')?$expand=Attributes, or "
          + "to EntityDefinitions(LogicalName='account')/Attributes")
    }
  }

  private mutating func add(_ attribute: AttributeDefinition, to table: String) {
    guard let name = attribute.logicalName else { return }
    let earlier = byName[table, default: Definition()].attributes[name]
    byName[table, default: Definition()].attributes[name] =
      earlier.map { $0.adding(attribute) } ?? attribute
  }

  /// The table whose attributes an answer lists: its context names it.
  private static func table(ofContext context: String) -> String? {
    guard let start = context.range(of: "EntityDefinitions(")?.upperBound,
      let end = context[start...].firstIndex(of: ")")
    else { return nil }
    let quoted = context[start..<end].split(separator: "'", omittingEmptySubsequences: false)
    return quoted.count == 3 ? String(quoted[1]) : nil
  }
}

extension EntityDefinitions {
  /// The answer to a request: a list behind `value`, one definition, or a bare list.
  private struct Answer: Decodable {
    let context: String?
    let items: [Item]

    private enum Keys: String, CodingKey {
      case context = "@odata.context"
      case value
    }

    init(from decoder: any Decoder) throws {
      if let list = try? decoder.singleValueContainer().decode([Item].self) {
        (context, items) = (nil, list)
        return
      }
      let values = try decoder.container(keyedBy: Keys.self)
      context = try values.decodeIfPresent(String.self, forKey: .context)
      items =
        try values.contains(.value)
        ? values.decode([Item].self, forKey: .value) : [Item(from: decoder)]
    }
  }

  /// A table's definition, or an attribute's.
  private struct Item: Decodable {
    let logicalName: String?
    let primaryID: String?
    let attributes: [AttributeDefinition]?
    let attribute: AttributeDefinition

    private enum Keys: String, CodingKey {
      case logicalName = "LogicalName"
      case primaryID = "PrimaryIdAttribute"
      case attributes = "Attributes"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Keys.self)
      logicalName = try values.decodeIfPresent(String.self, forKey: .logicalName)
      primaryID = try values.decodeIfPresent(String.self, forKey: .primaryID)
      attributes = try values.decodeIfPresent([AttributeDefinition].self, forKey: .attributes)
      attribute = try AttributeDefinition(from: decoder)
    }
  }
}
