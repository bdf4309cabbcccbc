import DefaultMappings
import MapRuntime
import Testing

/// The Sales values by which a BC record finds its partner.
struct MatchKeyTests {
  private func row(
    _ references: [ResolvedReference] = [], local: Lookup? = nil
  ) -> ConversionRow<NoRelatedRecords> {
    ConversionRow(
      run: RunValues(now: DateTimeValue(milliseconds: 0), localCurrency: local),
      references: references[...], related: NoRelatedRecords(), isNew: true)
  }

  @Test("Each group asks for its own values, and leaves out what is empty")
  func texts() {
    var customer = BC.Customer.blank
    customer.no = "10000"
    customer.name = "Adatum"
    #expect(Mapping.Customer.matchKey(0, of: customer, row()) == [.text("10000")])
    #expect(Mapping.Customer.matchKey(1, of: customer, row()) == [.text("Adatum"), .empty])
    customer.postCode = "2800"
    #expect(Mapping.Customer.matchKey(1, of: customer, row()) == [.text("Adatum"), .text("2800")])
    #expect(Mapping.Customer.matchKey(2, of: customer, row()) == nil)
  }

  @Test("A made text is matched as it would be written")
  func madeText() {
    var group = BC.UnitGroup.blank
    group.sourceType = OptionValue(1)
    group.sourceNo = "Linda"
    #expect(
      Mapping.UnitGroup.matchKey(0, of: group, row()) == [.text("RESOURCE LINDA UOM GR")])
  }

  @Test("References are matched by their partners; a group with an uncoupled one finds nothing")
  func references() {
    let product = Lookup(table: "product", id: Guid(high: 1, low: 1))
    let unit = Lookup(table: "uom", id: Guid(high: 2, low: 2))
    let line = BC.PriceListLine.blank
    var resolved: [ResolvedReference] = [.sales(product), .empty, .sales(unit), .uncoupled]
    #expect(
      Mapping.PllineProdprice.matchKey(0, of: line, row(resolved))
        == [.lookup(product), .lookup(unit)])
    resolved[2] = .uncoupled
    #expect(Mapping.PllineProdprice.matchKey(0, of: line, row(resolved)) == nil)
    resolved[2] = .empty
    #expect(
      Mapping.PllineProdprice.matchKey(0, of: line, row(resolved)) == [.lookup(product), .empty])
  }

  @Test("A mapping towards Business Central is matched by what it would write to Sales")
  func otherWay() {
    var person = BC.SalespersonPurchaser.blank
    #expect(Mapping.Salespeople.matchKey(0, of: person, row()) == [.empty])
    person.eMail = "ann@adatum.example"
    #expect(Mapping.Salespeople.matchKey(0, of: person, row()) == [.text("ann@adatum.example")])
  }
}
