/// What `mapc generate` writes.
enum GeneratedWay {
  static func convert(_ sample: Sample) throws -> [Sales.BenchMachine] {
    var converted: [Sales.BenchMachine] = []
    converted.reserveCapacity(sample.sources.count)
    for place in sample.sources.indices {
      converted.append(
        try Mapping.Machine.convert(
          sample.sources[place], onto: sample.targets[place], sample.row(place)))
    }
    return converted
  }
}
