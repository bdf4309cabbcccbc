import DefaultMappings
import MapRuntime
import MapSync
import Testing

@Suite("A refusal says the value that it is about, and its field")
struct RefusedValueTests {
  private static let reasons: [RecordRefusal.Reason] = [
    .value, .otherwise, .tooPrecise, .tooLarge,
  ]

  private func rule(_ name: String) throws -> Int {
    try #require(Mapping.Customer.rules.firstIndex { $0.name == name })
  }

  private func sentence(
    _ refusal: RecordRefusal, _ record: some TableRecord
  ) throws -> String {
    Explanation.of(refusal, Mapping.Customer.self, record, try Workshop().integration)
  }

  @Test("by the side that it comes from", arguments: reasons)
  func value(reason: RecordRefusal.Reason) throws {
    let refusal = RecordRefusal(reason, rule: try rule("Phone No. – telephone1"))
    var customer = BC.Customer.blank
    customer.phoneNo = "47 11"
    let toSales = try sentence(refusal, customer)
    #expect(toSales.hasPrefix("'Phone No. – telephone1': the "), "\(toSales)")
    #expect(toSales.hasSuffix(" (Phone No. is '47 11')"), "\(toSales)")
    var account = Sales.Account.blank
    account.telephone1 = "47 12"
    let toBC = try sentence(refusal, account)
    #expect(toBC.hasSuffix(" (telephone1 is '47 12')"), "\(toBC)")
    #expect(!(try sentence(refusal, BC.Customer.blank)).contains("("), "an empty one is none")
  }

  @Test("of an option its label", arguments: reasons)
  func option(reason: RecordRefusal.Reason) throws {
    var account = Sales.Account.blank
    let column = try #require(Sales.Account.table.column("statecode"))
    var values = RecordValues(of: account)
    values[column] = .option(OptionValue(1))
    account = Sales.Account(reading: values)
    let told = try sentence(
      RecordRefusal(reason, rule: rule("Blocked – statecode")), account)
    #expect(told.hasSuffix(" (statecode is 'Inactive')"), "\(told)")
  }
}
