import MapRuntime

/// The same mapping as a programmer would write it.
enum HandWay {
  static func convert(_ sample: Sample) throws -> [Sales.BenchMachine] {
    var converted: [Sales.BenchMachine] = []
    converted.reserveCapacity(sample.sources.count)
    for place in sample.sources.indices {
      converted.append(
        try machine(sample.sources[place], onto: sample.targets[place], sample.row(place)))
    }
    return converted
  }

  private static func machine(
    _ source: BC.Machine, onto target: Sales.BenchMachine,
    _ row: borrowing ConversionRow<NoRelatedRecords>
  ) throws(RecordRefusal) -> Sales.BenchMachine {
    guard !source.name.isEmpty else { throw RecordRefusal(.empty, rule: 1) }
    let city = source.city.uppercased()
    guard TextLength.fits(city, in: 100) else { throw RecordRefusal(.tooLong, rule: 4) }
    let owner: Lookup?
    switch row.reference(0) {
    case .sales(let user): owner = user
    case .uncoupled: owner = target.ownerid
    default: owner = nil
    }
    return Sales.BenchMachine(
      bench_machineid: target.bench_machineid,
      number: filled(source.no),
      name: TextLength.cut(source.name, to: 60),
      name2: filled(source.name2),
      address: filled(source.address),
      city: filled(city),
      postalcode: filled(source.postCode),
      country: filled(source.countryCode),
      telephone: filled(source.phoneNo),
      amount: source.amount,
      quantity: rounded(source.quantity),
      priority: source.priority,
      postingdate: source.postingDate,
      statecode: try state(source.blocked),
      sequence: String(source.sequence),
      ownerid: owner)
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// To two places, a half away from zero.
  private static func rounded(_ number: DecimalValue) -> DecimalValue {
    let step: Int128 = 100_000_000
    let rest = number.units % step
    if rest == 0 { return number }
    let whole = number.units - rest
    if rest.magnitude < 50_000_000 { return DecimalValue(units: whole) }
    return DecimalValue(units: rest < 0 ? whole - step : whole + step)
  }

  private static func state(_ blocked: OptionValue) throws(RecordRefusal) -> OptionValue {
    switch blocked.rawValue {
    case 0, 1: OptionValue(0)
    case 2: OptionValue(1)
    default: throw RecordRefusal(.otherwise, rule: 12)
    }
  }
}
