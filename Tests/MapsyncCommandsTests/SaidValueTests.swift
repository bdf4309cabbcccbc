import Foundation
import Testing

@testable import MapSync

@Suite("What people are told of values and names")
struct SaidValueTests {
  @Test("a field that holds nothing is said in one word, in a conflict and in the history")
  func nothing() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.does("record", "change", "Customer", "10000", "Phone No.=1")
    try folder.does("record", "change", "account", "Adatum", "telephone1=")
    #expect(try folder.run("sync", "CUSTOMER").status == 1)
    let errors = try folder.run("errors").output
    #expect(errors.contains("nothing") && !errors.contains("is ''"), "\(errors)")
    try folder.does("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    let why = try folder.does("why", "Customer:10000")
    #expect(why.contains("telephone1 (was nothing)"), "\(why)")
  }

  @Test("a record that a person makes is answered by its name, for programs with its id")
  func made() throws {
    struct Made: Decodable {
      let table: String
      let name: String?
      let id: String
    }
    let folder = try DemoFolder(customers: 1)
    #expect(
      try folder.does("record", "create", "Customer", "No.=99000", "Name=Late")
        == "Customer 99000 created\n")
    // The system gives it a number.
    let numbered = try folder.does("record", "create", "Customer", "Name=Next")
    #expect(numbered.hasPrefix("Customer CUST"), "\(numbered)")
    #expect(
      try folder.does("record", "create", "account", "name=Fresh") == "account Fresh created\n")
    let made = try folder.answer(Made.self, "record", "create", "account", "name=Second")
    #expect(made.table == "account" && made.name == "Second")
    let shown = try folder.does("record", "show", "account", made.id)
    #expect(shown.contains("Second"), "\(shown)")
  }

  @Test(
    "a name is one word of a command in a shell",
    arguments: [
      ("CUSTOMER", "CUSTOMER"), ("ITEM UOM", "\"ITEM UOM\""), ("Order,S-00001", "Order,S-00001"),
      ("A&B", "\"A&B\""), ("1M(8D)", "\"1M(8D)\""), ("5$", "\"5\\$\""), ("", "\"\""),
      ("a@b.example", "a@b.example"), ("3\" pipe", "\"3\\\" pipe\""),
    ])
  func words(name: String, word: String) {
    #expect(CommandWord.of(name) == word)
  }
}
