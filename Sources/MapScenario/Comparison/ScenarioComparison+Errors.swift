/// Records that failed or are held: each one expected, and none besides.
extension ScenarioComparison {
  static func errors(
    _ then: ScenarioExpectation, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    guard let expected = then.errors else { return [] }
    var open = found.failures
    var differences: [ScenarioDifference] = []
    // Those that ask most choose first, so that a general one takes none that another needs.
    for (place, error) in expected.enumerated().sorted(by: { $0.element.asks > $1.element.asks }) {
      if let match = open.firstIndex(where: { error.fits($0) }) {
        open.remove(at: match)
      } else {
        differences.append(
          ScenarioDifference(at: "then.errors[\(place)]", expected: error.shown, found: nil))
      }
    }
    differences.sort { $0.at < $1.at }
    return differences
      + open.map { failure in
        ScenarioDifference(at: "then.errors", expected: nil, found: failure.shown)
      }
  }
}

extension ExpectedError {
  /// How much it asks of an error.
  fileprivate var asks: Int { [bc, sales, contains].count { $0 != nil } }

  fileprivate func fits(_ failure: ScenarioFound.Failure) -> Bool {
    failure.mapping == mapping && (bc == nil || failure.bc == bc)
      && (sales == nil || failure.sales == sales)
      && (contains.map { failure.message.contains($0) } ?? true)
  }

  fileprivate var shown: String {
    let subject = [mapping, bc, sales].compactMap { $0 }.joined(separator: " ")
    return subject + (contains.map { ": … \($0) …" } ?? "")
  }
}

extension ScenarioFound.Failure {
  fileprivate var shown: String {
    [mapping, bc, sales].compactMap { $0 }.joined(separator: " ") + ": " + message
  }
}
