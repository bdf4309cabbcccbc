import MapSource
import Testing

@testable import MapImport

@Suite("Entity definitions of Dataverse")
struct EntityDefinitionTests {
  private func account(_ files: String...) throws -> SystemTable {
    let sources = files.map { SourceFile(path: "attributes.json", text: $0) }
    let system = try MetadataReader.read(Excerpt.dataverse, definitions: sources)
    return try #require(system["account"])
  }

  private static let definition = """
    { "LogicalName": "account", "PrimaryIdAttribute": "accountid", "Attributes": [
      { "@odata.type": "#Microsoft.Dynamics.CRM.StringAttributeMetadata", "LogicalName": "name",
        "AttributeType": "String", "MaxLength": 160, "IsValidForCreate": true,
        "IsValidForUpdate": true, "RequiredLevel": { "Value": "ApplicationRequired" } },
      { "LogicalName": "description", "AttributeType": "Memo", "MaxLength": 2000 },
      { "LogicalName": "creditlimit", "AttributeType": "Money", "Precision": 2 },
      { "LogicalName": "exchangerate", "AttributeType": "Decimal", "Precision": 10 },
      { "LogicalName": "overriddencreatedon", "AttributeType": "DateTime", "Format": "DateOnly",
        "IsValidForCreate": true, "IsValidForUpdate": false },
      { "LogicalName": "createdon", "AttributeType": "DateTime", "Format": "DateAndTime" },
      { "LogicalName": "numberofemployees", "AttributeType": "Integer" },
      { "LogicalName": "statecode", "AttributeType": "State", "IsValidForCreate": false,
        "IsValidForUpdate": true, "RequiredLevel": { "Value": "SystemRequired" },
        "OptionSet": { "Options": [
          { "Value": 0, "Label": { "UserLocalizedLabel": { "Label": "Active" } } },
          { "Value": 1, "Label": { "UserLocalizedLabel": null,
            "LocalizedLabels": [{ "Label": "Inactive" }] } } ] } },
      { "LogicalName": "donotemail", "AttributeType": "Virtual" }
    ] }
    """

  @Test("say lengths, places, days, options and who may write")
  func told() throws {
    let account = try account(Self.definition)
    #expect(account.line("name") == "{ name: name, type: text(160), required: true }")
    #expect(account["description"]?.kind == .memo(length: 2000))
    #expect(account["creditlimit"]?.kind == .money)
    #expect(account["exchangerate"]?.kind == .decimal(places: 10))
    #expect(
      account.line("overriddencreatedon")
        == "{ name: overriddencreatedon, type: date, access: create }")
    #expect(account["createdon"]?.kind == .dateTime(mayBeDate: false))
    #expect(account["numberofemployees"]?.kind == .integer(mayBeOption: false))
    #expect(
      account.line("statecode")
        == "{ name: statecode, type: option, values: { Active: 0, Inactive: 1 }, access: update, required: true, default: system }"
    )
    #expect(account["donotemail"] == nil)
  }

  @Test("come as one definition, as a list of them, or bare")
  func shapes() throws {
    let one = try account(Self.definition).fields
    #expect(try account("{ \"value\": [\(Self.definition)] }").fields == one)
    #expect(try account("[\(Self.definition)]").fields == one)
    #expect(try account("\u{FEFF}" + Self.definition).fields == one)
  }

  @Test("come as one table's attributes, which their context names, and add up")
  func lists() throws {
    let options = """
      { "@odata.context": "https://x/$metadata#EntityDefinitions('account')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata(LogicalName,OptionSet())",
        "value": [{ "LogicalName": "customertypecode", "OptionSet": { "Options": [
          { "Value": 3, "Label": { "LocalizedLabels": [{ "Label": "Customer" }] } },
          { "Value": 4, "Label": { "LocalizedLabels": [{ "Label": "Customer" }] } },
          { "Value": 5 } ] } }] }
      """
    let account = try account(Self.definition, options)
    #expect(account["name"]?.kind == .text(length: 160))
    #expect(
      account.line("customertypecode")
        == "{ name: customertypecode, type: option, values: { Customer: 3, Customer (4): 4, 5: 5 } }"
    )
  }

  @Test("a file without any, or of no JSON, is refused with its line")
  func refused() throws {
    func problem(_ text: String) -> ImportProblem? {
      do {
        _ = try account(text)
        return nil
      } catch {
        return error as? ImportProblem
      }
    }
    #expect(problem("{ \"value\": [] }")?.message.contains("no entity definitions") == true)
    let broken = problem("{ \"LogicalName\": \"account\",\n  \"Attributes\": [\n    { , } ] }")
    #expect(broken?.message == "the file is no JSON that can be read to its end")
    #expect(broken.map { LineTable($0.source).position(of: $0.range.lowerBound).line } == 3)
    let wrong = problem(
      "{ \"LogicalName\": \"account\", \"Attributes\": [{ \"MaxLength\": \"long\" }] }")
    #expect(wrong?.message == "'Attributes[0].MaxLength' is not what is expected there")
    #expect(wrong?.help.isEmpty == false)
  }
}
