import MapRuntime
import Testing

@testable import MapsyncCommands

@Suite("How people name records")
struct RecordTextTests {
  private let scopes = ["CUSTOMER", "Customer", "account", "Item Unit of Measure"]

  @Test("a table or mapping before a colon says where to look")
  func scope() {
    let text = RecordText("customer:10000", scopes: scopes)
    #expect(text.scope == "CUSTOMER")
    #expect(text.name == "10000")
  }

  @Test("another text before a colon belongs to the name")
  func colon() {
    let text = RecordText("Margie: Travel", scopes: scopes)
    #expect(text.scope == nil)
    #expect(text.name == "Margie: Travel")
  }

  @Test("an id is an id, in braces too")
  func ids() {
    let id = "6f2a1d9e-0000-4000-8000-000000000001"
    #expect(RecordText("account:\(id)", scopes: scopes).id == Guid(parsing: id))
    #expect(RecordText("10000", scopes: scopes).id == nil)
  }
}
