import MapRuntime

/// Converts records of fifteen fields in one of four ways: `Records WAY COUNT` says how many
/// nanoseconds and allocations a record took; `Records check 0` whether all ways agree.
@main
struct Records {
  /// As many as a page of the engine has.
  static let page = 1000

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let count = Int(arguments[2]) else {
      print("usage: Records generated|hand|slots|dictionary|check COUNT")
      return
    }
    let sample = Sample(count: page)
    switch arguments[1] {
    case "generated": measure(count) { try? GeneratedWay.convert(sample) }
    case "hand": measure(count) { try? HandWay.convert(sample) }
    case "slots":
      let page = SlotWay(sample)
      measure(count) { try? page.convert() }
    case "dictionary":
      let page = DictionaryWay(sample)
      measure(count) { try? page.convert() }
    case "check": print(try agree(sample) ? "same" : "different", sample.newTexts)
    default: print("no such way")
    }
  }

  /// The least time of several pages, because others use the processor too.
  private static func measure<Result>(_ count: Int, _ body: () -> Result) {
    var best = Duration.seconds(3600)
    var allocations = 0
    for _ in 0..<max(count / page, 1) {
      let before = countedAllocations()
      let time = ContinuousClock().measure { withExtendedLifetime(body()) {} }
      best = min(best, time)
      allocations = countedAllocations() - before
    }
    let nanoseconds = Double(best.components.attoseconds) / 1e9 / Double(page)
    print(nanoseconds, Double(allocations) / Double(page))
  }

  private static func agree(_ sample: Sample) throws -> Bool {
    let generated = try GeneratedWay.convert(sample)
    let slots = try SlotWay(sample).convert()
    let dictionaries = try DictionaryWay(sample).convert()
    let names = Sales.BenchMachine.table.columns.map(\.name)
    return try generated == HandWay.convert(sample)
      && generated.indices.allSatisfy { place in
        let values = ValueRow.values(generated[place])
        return values == slots[place]
          && zip(names, values).allSatisfy { dictionaries[place][$0] ?? .empty == $1 }
      }
  }
}

/// Every call of malloc and its like since the start.
@_silgen_name("counted_allocations")
func countedAllocations() -> Int
