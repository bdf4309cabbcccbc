import MapRuntime

/// A page of records as they come from a store, with their resolved references.
struct Sample {
  var sources: [BC.Machine] = []
  var targets: [Sales.BenchMachine] = []
  var references: [ResolvedReference] = []
  let run = RunValues(now: DateTimeValue(milliseconds: 1_768_000_000_000))
  /// Texts of the targets that are not the sources' and too long to fit into a string itself.
  private(set) var newTexts = 0

  init(count: Int) {
    for number in 0..<count {
      let isLong = number % 4 == 0
      if isLong { newTexts += 1 }
      sources.append(
        BC.Machine(
          no: "M\(10_000 + number)",
          name: "A machine of a customer with number \(number)"
            + (isLong ? ", which has a name that Sales cannot hold" : ""),
          name2: number % 3 == 0 ? "Second line of the name" : "",
          address: "Station Road \(number), 21",
          city: ["Copenhagen", "Oslo", "Reykjavik"][number % 3], postCode: "DK-\(2000 + number)",
          countryCode: "DK", phoneNo: "+45 70 20 30 \(number)",
          amount: DecimalValue(units: Int128(number) * 1_250_000_000_00),
          quantity: DecimalValue(units: Int128(number) * 123_450_000),
          priority: Int64(number), postingDate: DateValue(days: Int32(20_000 + number % 100)),
          blocked: OptionValue(Int32(number % 3)), sequence: Int64(number * 10),
          salespersonCode: number % 5 == 0 ? "" : "JR"))
      targets.append(.blank)
      let lookup = Lookup(table: "systemuser", id: Guid(high: 7, low: UInt64(number)))
      references.append(number % 5 == 0 ? .empty : number % 7 == 0 ? .uncoupled : .sales(lookup))
    }
  }

  func row(_ place: Int) -> ConversionRow<NoRelatedRecords> {
    var none = NothingRelated()
    return ConversionRow(
      run: run, references: references[place...place], related: NoRelatedRecords(reading: &none),
      isNew: true)
  }
}

private struct NothingRelated: RelatedSource {
  mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record? { nil }
}
