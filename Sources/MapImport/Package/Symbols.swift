/// The tables and enums of `SymbolReference.json`, as AL writes them: in namespaces within
/// namespaces, or side by side. What it says besides is passed over.
struct Symbols: Decodable {
  var tables: [Table]?
  var extensions: [Table]?
  var enums: [Enumeration]?
  var enumExtensions: [Enumeration]?
  var namespaces: [Symbols]?

  private enum CodingKeys: String, CodingKey {
    case tables = "Tables"
    case extensions = "TableExtensions"
    case enums = "EnumTypes"
    case enumExtensions = "EnumExtensionTypes"
    case namespaces = "Namespaces"
  }

  /// This one and all namespaces within it.
  var all: [Symbols] { [self] + (namespaces ?? []).flatMap(\.all) }
}

extension Symbols {
  struct Table: Decodable {
    let id: Int?
    let name: String?
    /// The table that an extension adds to.
    let target: String?
    let fields: [Field]?
    let keys: [Key]?
    let properties: Properties?

    private enum CodingKeys: String, CodingKey {
      case id = "Id"
      case name = "Name"
      case target = "TargetObject"
      case fields = "Fields"
      case keys = "Keys"
      case properties = "Properties"
    }
  }

  struct Field: Decodable {
    let name: String?
    let definition: TypeDefinition?
    let members: OptionMembers?
    let properties: Properties?

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case definition = "TypeDefinition"
      case members = "OptionMembers"
      case properties = "Properties"
    }
  }

  struct TypeDefinition: Decodable {
    struct Subtype: Decodable {
      let name: String?

      private enum CodingKeys: String, CodingKey { case name = "Name" }
    }

    let name: String?
    let subtype: Subtype?
    let members: OptionMembers?

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case subtype = "Subtype"
      case members = "OptionMembers"
    }
  }

  struct Key: Decodable {
    let fields: [String]?

    private enum CodingKeys: String, CodingKey { case fields = "FieldNames" }
  }

  struct Enumeration: Decodable {
    struct Value: Decodable {
      let name: String?
      /// Left out where it is 0.
      let ordinal: Int32?

      private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case ordinal = "Ordinal"
      }
    }

    let name: String?
    let target: String?
    let values: [Value]?

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case target = "TargetObject"
      case values = "Values"
    }
  }

  /// The members of an option: a list, or one text with commas.
  struct OptionMembers: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let list = try? value.decode([String].self) {
        names = list
      } else {
        names = Self.names(in: try value.decode(String.self))
      }
    }

    /// Members stand between commas, in double quotes where they hold one or a space.
    static func names(in text: String) -> [String] {
      var names: [String] = []
      var name = ""
      var isQuoted = false
      var wasQuoted = false
      for character in text {
        switch character {
        case "\"":
          isQuoted.toggle()
          wasQuoted = true
        case "," where !isQuoted:
          names.append(wasQuoted ? name : name.trimmed)
          (name, wasQuoted) = ("", false)
        case " " where !isQuoted && (name.isEmpty || wasQuoted): continue
        default: name.append(character)
        }
      }
      return names + [wasQuoted ? name : name.trimmed]
    }
  }

  /// The properties of an object: a list of names and values.
  struct Properties: Decodable {
    private struct Property: Decodable {
      let name: String?
      let value: String?

      private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case value = "Value"
      }

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        // What is no text says nothing about tables, but for yes and no.
        value =
          (try? values.decodeIfPresent(String.self, forKey: .value))
          ?? (try? values.decodeIfPresent(Bool.self, forKey: .value)).map { $0 ? "1" : "0" }
      }
    }

    private var byName: [String: String] = [:]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Property].self) {
        for property in list {
          if let name = property.name { byName[name.lowercased()] = property.value }
        }
      } else if let values = try? container.decode([String: String].self) {
        for (name, value) in values { byName[name.lowercased()] = value }
      }
    }

    subscript(_ name: String) -> String? { byName[name.lowercased()] }
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
