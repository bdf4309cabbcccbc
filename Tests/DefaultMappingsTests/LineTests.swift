import DefaultMappings
import MapRuntime
import Testing

/// Lines: their header, what stands for a missing product, and what is refused.
struct LineTests {
  private let order = Lookup(table: "salesorder", id: Guid(high: 1, low: 1))
  private let product = Lookup(table: "product", id: Guid(high: 2, low: 2))

  private func row(
    _ references: [ResolvedReference], isNew: Bool = true, settings: [String: Value] = [:],
    usesTemplates: Bool = true
  ) -> ConversionRow<NoRelatedRecords> {
    ConversionRow(
      run: RunValues(now: DateTimeValue(milliseconds: 0), settings: settings),
      references: references[...], related: NoRelatedRecords(), isNew: isNew,
      usesTemplates: usesTemplates)
  }

  @Test("A line's header is its last reference, by the header's whole key")
  func keys() {
    var line = BC.SalesLine.blank
    line.documentType = OptionValue(1)
    line.documentNo = "so1"
    var keys: [ReferenceKey] = []
    Mapping.SolineOrderdetail.references(of: line, to: &keys)
    #expect(keys.count == Mapping.SolineOrderdetail.slots(.toSales).count)
    #expect(keys.last == .bc(route: 0, key: RecordKey.of(["1", "SO1"])))
    var unit = BC.ItemUnitOfMeasure.blank
    unit.itemNo = "1000"
    keys = []
    Mapping.ItemUom.references(of: unit, to: &keys)
    #expect(keys == [.bc(route: 0, key: RecordKey.of(["0", "1000"]))])
    keys = []
    Mapping.ItemUom.references(of: BC.ItemUnitOfMeasure.blank, to: &keys)
    #expect(keys == [.empty])
  }

  @Test("A line takes its header's key, and waits while the header is not coupled")
  func header() throws {
    var detail = Sales.Salesorderdetail.blank
    detail.salesorderid = order
    detail.productid = product
    let found = [ResolvedReference.bc("1000", pick: OptionValue(2)), .empty]
    let line = try Mapping.OrderLine.convert(
      detail, onto: .blank, row(found + [.parent(["1", "SO1"])]))
    #expect(line.documentType == OptionValue(1) && line.documentNo == "SO1")
    #expect(line.type == OptionValue(2) && line.no == "1000")
    #expect(throws: RecordRefusal(.waiting, rule: 6)) {
      try Mapping.OrderLine.convert(detail, onto: .blank, row(found + [.uncoupled]))
    }
  }

  @Test("A link that is written on creation only stays afterwards")
  func createOnly() throws {
    var unit = BC.ItemUnitOfMeasure.blank
    unit.code = "BOX"
    let group = Lookup(table: "uomschedule", id: Guid(high: 3, low: 3))
    let other = Lookup(table: "uomschedule", id: Guid(high: 4, low: 4))
    let made = try Mapping.ItemUom.convert(unit, onto: .blank, row([.sales(group)]))
    #expect(made.uomscheduleid == group)
    let kept = try Mapping.ItemUom.convert(unit, onto: made, row([.sales(other)], isNew: false))
    #expect(kept.uomscheduleid == group)
  }

  @Test("A line without a product takes the write-in product, an option setting by its name")
  func writeIn() throws {
    var detail = Sales.Salesorderdetail.blank
    detail.quantity = DecimalValue(1)
    detail.priceperunit = DecimalValue(100)
    let settings: [String: Value] = [
      "write-in-product-type": .option(OptionValue(1)),
      "write-in-product-number": .text("WRITE-IN"),
    ]
    let line = try Mapping.OrderLine.convert(
      detail, onto: .blank, row([.empty, .empty, .empty], settings: settings))
    #expect(line.type == OptionValue(3) && line.no == "WRITE-IN")
  }

  @Test("A line that is no product needs none in Sales and carries its text")
  func writeInText() throws {
    var line = BC.SalesInvoiceLine.blank
    line.type = OptionValue(1)
    line.no = "6610"
    line.description = "Freight"
    var keys: [ReferenceKey] = []
    Mapping.PostedsaleslineInv.references(of: line, to: &keys)
    #expect(keys.first == .unanswered)
    let references: [ResolvedReference] = [.uncoupled, .uncoupled, .empty]
    let detail = try Mapping.PostedsaleslineInv.convert(line, onto: .blank, row(references))
    #expect(detail.productid == nil && detail.productdescription == "6610 Freight")
    line.type = OptionValue(2)
    #expect(throws: RecordRefusal(.waiting, rule: 1)) {
      try Mapping.PostedsaleslineInv.convert(line, onto: .blank, row(references))
    }
  }

  @Test("An order that was invoiced is refused with its sentence")
  func refuse() throws {
    let slots = Mapping.Order.slots(.toBC).count
    let row = ConversionRow(
      run: RunValues(now: DateTimeValue(milliseconds: 0)),
      references: Array(repeating: ResolvedReference.empty, count: slots)[...],
      related: Mapping.Order.Related(invoice: .blank), isNew: true)
    #expect(throws: RecordRefusal(sentence: 0)) {
      try Mapping.Order.convert(.blank, onto: .blank, row)
    }
    #expect(
      Mapping.Order.refusals.first?.because == "the order was already invoiced in Business Central")
  }

  @Test("Templates are left to setup where it replaced them")
  func templates() throws {
    var customer = BC.Customer.blank
    customer.name = "Adatum"
    let slots = Mapping.Customer.slots(.toSales).count
    let none = Array(repeating: ResolvedReference.empty, count: slots)
    let own = try Mapping.Customer.convert(customer, onto: .blank, row(none))
    #expect(own.customertypecode == OptionValue(3))
    let replaced = try Mapping.Customer.convert(
      customer, onto: .blank, row(none, usesTemplates: false))
    #expect(replaced.customertypecode == nil)
  }
}
