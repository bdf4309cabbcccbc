import MapSource
import Testing

@testable import MapImport

@Suite("$metadata of Dataverse")
struct DataverseMetadataTests {
  private let system: SystemDescription

  init() throws { system = try MetadataReader.read(Excerpt.dataverse) }

  @Test("every table with an id, also where names differ in case alone, or stand behind an alias")
  func tables() {
    #expect(system.origin == .dataverse)
    #expect(
      system.tables.map(\.name) == ["account", "salesorder", "systemuser", "team", "solution"])
    #expect(system["account"]?.set == "accounts")
    #expect(system["solution"]?.fields.map(\.name).sorted() == ["solutionid", "uniquename"])
  }

  @Test("a lookup has the name of its column, and each table its navigation property")
  func lookups() {
    #expect(
      system["salesorder"]?.line("customerid")
        == "{ name: customerid, type: lookup, refers-to: { account: customerid_account, contact: customerid_contact } }"
    )
    #expect(
      system["salesorder"]?.line("slaid")
        == "{ name: slaid, type: lookup, refers-to: { sla: sla_salesorder_sla } }")
  }

  @Test("an owner is a user or a team, whose common table is none")
  func owner() {
    #expect(
      system["account"]?.line("ownerid")
        == "{ name: ownerid, type: lookup, refers-to: { systemuser: ownerid, team: ownerid } }")
    #expect(system["principal"] == nil)
  }

  @Test("a user is known by its own id, not by that of owners")
  func user() {
    #expect(system["systemuser"]?.key == ["systemuserid"])
    #expect(system["systemuser"]?["ownerid"] == nil)
  }

  @Test("amounts are those with a second column in the organization's currency")
  func amounts() {
    let account = system["account"]
    #expect(account?["creditlimit"]?.kind == .money)
    #expect(account?["creditlimit_base"]?.kind == .money)
    #expect(account?["exchangerate"]?.kind == .decimal(places: nil))
  }

  @Test("what only Dataverse writes is read only, and a lookup's column that is called so is not")
  func access() {
    let account = system["account"]
    #expect(account?["createdon"]?.access == .read)
    #expect(account?["creditlimit_base"]?.access == .read)
    #expect(account?["createdby"]?.access == .read)
    #expect(account?["primarycontactid"]?.access == .readWrite)
    #expect(account?["name"]?.access == .readWrite)
    #expect(
      account?.line("accountid")
        == "{ name: accountid, type: guid, access: create, required: true, default: system }")
  }

  @Test("the file of a table names what the engine needs")
  func file() throws {
    let text = TableFileText.text(try #require(system["account"]), origin: .dataverse)
    #expect(
      text.hasPrefix(
        """
        table: account
        key: [accountid]
        roles: { owner: ownerid }
        odata: { set: accounts, id: accountid }
        fields:
          - {
        """))
  }
}
