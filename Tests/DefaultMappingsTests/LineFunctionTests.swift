import DefaultMappings
import MapRuntime
import Testing

@Suite("What the host's functions make of a line")
struct LineFunctionTests {
  private func decimal(_ text: String) throws -> DecimalValue { try DecimalValue(parsing: text) }

  /// The net price of an item whose price includes 19 %.
  private func net(
    _ price: String, vat: String = "19", currency: String? = nil, setup: String? = "0.00001"
  ) throws -> DecimalValue? {
    HostFunctions.netUnitPrice(
      try decimal(price), OptionValue(2), try decimal(vat), "DOMESTIC", true, "DOMESTIC",
      try currency.map(decimal), try setup.map(decimal))
  }

  @Test(
    "a net price has the steps of its currency, else those of the company, else five places",
    arguments: [
      (nil, nil, "840.33613"), (nil, "0.00001", "840.33613"), (nil, "0.01", "840.34"),
      ("0.01", "0.00001", "840.34"), ("1", "0.01", "840"), ("0.00001", "0.01", "840.33613"),
      ("0.05", nil, "840.35"), ("0", "0.01", "840.33613"),
    ] as [(String?, String?, String)])
  func steps(currency: String?, setup: String?, price: String) throws {
    #expect(try net("1000", currency: currency, setup: setup) == decimal(price))
  }

  @Test("a price stays as it is on anything but an item whose price includes the line's VAT")
  func untouched() throws {
    let price = try decimal("99.99999")
    let vat = try decimal("19")
    for (type, includes, group) in [(3, true, "DOMESTIC"), (2, false, "DOMESTIC"), (2, true, "EU")]
      as [(Int32, Bool, String)]
    {
      #expect(
        HostFunctions.netUnitPrice(
          price, OptionValue(type), vat, "DOMESTIC", includes, group, nil, try decimal("0.01"))
          == price)
    }
  }

  @Test(
    "a net discount in four places is rounded by Sales as the whole one would be",
    arguments: [("0.47", "0.39"), ("-0.47", "-0.39"), ("0.48", "0.4"), ("1.19", "1")])
  func netDiscount(gross: String, rounded: String) throws {
    let (off, vat, normal) = (try decimal(gross), try decimal("19"), OptionValue(0))
    // 0.47 is 0.394958 without VAT: as 0.395 it would become 0.4.
    let net = try #require(HostFunctions.invoiceLineDiscount(off, true, vat, normal))
    #expect(try net.rounded(toPlaces: 4) == net)
    #expect(try net.rounded(toPlaces: 2) == decimal(rounded))
    #expect(HostFunctions.invoiceLineDiscount(off, false, vat, normal) == off)
    #expect(
      HostFunctions.lineBaseAmount(try decimal("10"), .zero, off, true, vat, normal)
        == (try decimal("10") + net))
  }

  @Test("an item has its base unit, and anything else what Business Central filled in")
  func baseUnit() {
    #expect(HostFunctions.baseUnit(OptionValue(2), "PCS", "BOX") == "PCS")
    #expect(HostFunctions.baseUnit(OptionValue(2), "", "BOX") == "BOX")
    #expect(HostFunctions.baseUnit(OptionValue(3), "", "HOUR") == "HOUR")
    #expect(HostFunctions.baseUnit(OptionValue(2), "", "") == nil)
  }

  @Test(
    "where both sides work on a line, its volume counts until its price is its own",
    arguments: [(false, "32"), (nil, "32"), (true, "30")] as [(Bool?, String)])
  func lineDiscounts(isOverridden: Bool?, discount: String) throws {
    #expect(
      HostFunctions.orderLineDiscount(
        isOverridden, try decimal("4"), try decimal("0.5"), try decimal("30"))
        == (try decimal(discount)))
  }

  @Test("Sales has a line of BC before its discounts")
  func baseAmount() throws {
    #expect(
      HostFunctions.orderLineBaseAmount(
        try decimal("30"), try decimal("760"), try decimal("10"), nil, 25, OptionValue(0))
        == (try decimal("800")))
    #expect(
      HostFunctions.orderLineBaseAmount(
        nil, try decimal("760"), try decimal("10"), false, 25, OptionValue(0))
        == (try decimal("770")))
    #expect(
      HostFunctions.orderLineBaseAmount(
        try decimal("100"), try decimal("640"), try decimal("100"), true, 25, OptionValue(0))
        == (try decimal("800")), "what was taken off prices with VAT has it in it")
  }

  @Test(
    "a Sales order takes off what its BC order does: its percentage as far as that goes, the rest as an amount",
    arguments: [
      ("60", "5", "800", 2, nil, "20"), ("40", "5", "800", 2, nil, "0"),
      ("39.99", "5", "800", 2, "0", "39.99"), ("0", "5", "800", 2, "0", "0"),
      ("60", nil, "800", 2, nil, "60"), ("60", "5", nil, nil, nil, "60"),
      ("100", "3.33", "1000.01", 0, nil, "67"), ("-40", "5", "-800", 2, nil, "0"),
      ("-50", "5", "-800", 2, nil, "0"), ("-30", "5", "-800", 2, nil, "10"),
    ] as [(String, String?, String?, Int64?, String?, String)])
  func discounts(
    discount: String, percentage: String?, lines: String?, places: Int64?, percent: String?,
    amount: String
  ) throws {
    let (own, lines) = (try percentage.map(decimal), try lines.map(decimal))
    let changed = HostFunctions.orderDiscountPercentage(own, lines, places, try decimal(discount))
    #expect(try changed == percent.map(decimal))
    let left = HostFunctions.orderDiscount(changed ?? own, lines, places, try decimal(discount))
    #expect(try left == decimal(amount))
  }
}
