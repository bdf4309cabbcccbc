/// One column of Dataverse as its definition has it. Every part may be missing: requests select.
struct AttributeDefinition: Decodable {
  private struct Level: Decodable {
    let value: String?

    private enum CodingKeys: String, CodingKey { case value = "Value" }
  }

  private struct Text: Decodable {
    let label: String?

    private enum CodingKeys: String, CodingKey { case label = "Label" }
  }

  private struct Label: Decodable {
    let own: Text?
    let all: [Text]?

    private enum CodingKeys: String, CodingKey {
      case own = "UserLocalizedLabel"
      case all = "LocalizedLabels"
    }
  }

  private struct Option: Decodable {
    let value: Int32?
    let label: Label?

    private enum CodingKeys: String, CodingKey {
      case value = "Value"
      case label = "Label"
    }
  }

  private struct OptionSet: Decodable {
    let options: [Option]?

    private enum CodingKeys: String, CodingKey { case options = "Options" }
  }

  private(set) var logicalName: String?
  private(set) var entity: String?
  private(set) var type: String?
  private(set) var typeName: String?
  private(set) var maximumLength: Int?
  private(set) var precision: Int?
  private(set) var format: String?
  private(set) var required: String?
  private(set) var behavior: String?
  private(set) var isValidForCreate: Bool?
  private(set) var isValidForUpdate: Bool?
  private(set) var isValidForRead: Bool?
  private(set) var options: [SystemField.Option]?

  private enum Keys: String, CodingKey {
    case logicalName = "LogicalName"
    case entity = "EntityLogicalName"
    case type = "AttributeType"
    case typeName = "AttributeTypeName"
    case maximumLength = "MaxLength"
    case precision = "Precision"
    case format = "Format"
    case required = "RequiredLevel"
    case behavior = "DateTimeBehavior"
    case isValidForCreate = "IsValidForCreate"
    case isValidForUpdate = "IsValidForUpdate"
    case isValidForRead = "IsValidForRead"
    case optionSet = "OptionSet"
    case globalOptionSet = "GlobalOptionSet"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Keys.self)
    logicalName = try values.decodeIfPresent(String.self, forKey: .logicalName)
    entity = try values.decodeIfPresent(String.self, forKey: .entity)
    type = try values.decodeIfPresent(String.self, forKey: .type)
    typeName = try values.decodeIfPresent(Level.self, forKey: .typeName)?.value
    maximumLength = try values.decodeIfPresent(Int.self, forKey: .maximumLength)
    precision = try values.decodeIfPresent(Int.self, forKey: .precision)
    format = try values.decodeIfPresent(String.self, forKey: .format)
    required = try values.decodeIfPresent(Level.self, forKey: .required)?.value
    behavior = try values.decodeIfPresent(Level.self, forKey: .behavior)?.value
    isValidForCreate = try values.decodeIfPresent(Bool.self, forKey: .isValidForCreate)
    isValidForUpdate = try values.decodeIfPresent(Bool.self, forKey: .isValidForUpdate)
    isValidForRead = try values.decodeIfPresent(Bool.self, forKey: .isValidForRead)
    let set =
      try values.decodeIfPresent(OptionSet.self, forKey: .optionSet)
      ?? values.decodeIfPresent(OptionSet.self, forKey: .globalOptionSet)
    options = set?.options?.compactMap(Self.option).distinct
  }

  private static func option(_ option: Option) -> SystemField.Option? {
    option.value.map { value in
      let texts = [option.label?.own] + (option.label?.all ?? [])
      let label = texts.lazy.compactMap { $0?.label }.first { !$0.isEmpty }
      return SystemField.Option(name: label ?? "\(value)", value: value)
    }
  }

  /// Whether it tells anything of its column.
  var says: Bool { logicalName != nil && (type != nil || options != nil || maximumLength != nil) }

  /// The same with what another answer tells of the column besides.
  func adding(_ other: AttributeDefinition) -> AttributeDefinition {
    var both = self
    both.type = other.type ?? type
    both.typeName = other.typeName ?? typeName
    both.maximumLength = other.maximumLength ?? maximumLength
    both.precision = other.precision ?? precision
    both.format = other.format ?? format
    both.required = other.required ?? required
    both.behavior = other.behavior ?? behavior
    both.isValidForCreate = other.isValidForCreate ?? isValidForCreate
    both.isValidForUpdate = other.isValidForUpdate ?? isValidForUpdate
    both.isValidForRead = other.isValidForRead ?? isValidForRead
    both.options = other.options ?? options
    return both
  }

  /// Tells a field what the definition knows of it.
  /// - Returns: false for a column that table files do not have, a picture or a list of choices.
  func apply(to field: inout SystemField) -> Bool {
    guard type != "Virtual", typeName != "MultiSelectPicklistType" else { return false }
    if let kind = kind(of: field) { field.kind = kind }
    switch (isValidForCreate, isValidForUpdate) {
    case (false, false): field.access = .read
    case (true, false): field.access = .create
    case (false, true): field.access = .update
    case (true, true): field.access = .readWrite
    default: break
    }
    switch required {
    case "ApplicationRequired": field.isRequired = true
    // Dataverse has a value of its own, where nobody writes one.
    case "SystemRequired": (field.isRequired, field.isFilled) = (true, true)
    default: break
    }
    return true
  }

  private func kind(of field: SystemField) -> SystemField.Kind? {
    switch type {
    case "String": .text(length: maximumLength)
    case "Memo": .memo(length: maximumLength)
    case "Integer": .integer(mayBeOption: false)
    case "BigInt": .bigInteger
    case "Decimal", "Double": .decimal(places: precision)
    case "Money": .money
    case "Boolean": .boolean
    case "DateTime":
      format == "DateOnly" || behavior == "DateOnly" ? .date : .dateTime(mayBeDate: false)
    case "Picklist", "State", "Status": .option(options)
    case "Uniqueidentifier": .guid
    default: options.map { .option($0) }
    }
  }
}
