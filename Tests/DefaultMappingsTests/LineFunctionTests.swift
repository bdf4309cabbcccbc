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

  @Test("an item has its base unit, and anything else what Business Central filled in")
  func baseUnit() {
    #expect(HostFunctions.baseUnit(OptionValue(2), "PCS", "BOX") == "PCS")
    #expect(HostFunctions.baseUnit(OptionValue(2), "", "BOX") == "BOX")
    #expect(HostFunctions.baseUnit(OptionValue(3), "", "HOUR") == "HOUR")
    #expect(HostFunctions.baseUnit(OptionValue(2), "", "") == nil)
  }
}
