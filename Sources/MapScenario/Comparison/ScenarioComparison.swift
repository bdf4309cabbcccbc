import MapRuntime
import MapSync

/// Compares what must be true with what was found.
public enum ScenarioComparison {
  /// The differences in the order of the expectation; none where everything is as it should be.
  public static func differences(
    _ then: ScenarioExpectation, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    then.records.flatMap { record($0, found) } + then.coupled.flatMap { coupling($0, found) }
      + counts(then, found) + then.jobs.flatMap { job($0, found) } + errors(then, found)
      + then.review.compactMap { review($0, found) }
  }

  /// Whether a value is the expected one, to the type of its field.
  static func same(
    _ left: ScenarioValue, _ right: ScenarioValue, _ field: FieldDescription
  ) -> Bool {
    switch (left, right) {
    case (.value(let left), .value(let right)):
      Comparison.same(left, right, as: field.type)
    default: left == right
    }
  }

  private static func record(
    _ record: ScenarioRecord, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    guard let name = record.name else { return [] }
    let place = "then.\(record.side.name).\(record.table).\(name)"
    guard let values = found.records[name] else {
      return [
        ScenarioDifference(
          at: place, expected: record.isNew ? "a new record" : "a record", found: nil)
      ]
    }
    return zip(record.fields, values).compactMap { expected, value in
      guard !same(expected.value, value, expected.field) else { return nil }
      return ScenarioDifference(
        at: place + "." + expected.field.name,
        expected: ValueText.shown(expected.value, expected.field),
        found: ValueText.shown(value, expected.field))
    }
  }

  private static func coupling(
    _ coupling: ScenarioCoupling, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    let place = "then.coupled.\(coupling.mapping).\(coupling.bc)"
    let couplings = found.couplings[coupling.mapping] ?? []
    guard let actual = couplings.first(where: { $0.bc == coupling.bc }) else {
      return [ScenarioDifference(at: place, expected: coupling.sales, found: nil)]
    }
    guard actual.sales == coupling.sales else {
      return [ScenarioDifference(at: place, expected: coupling.sales, found: actual.sales)]
    }
    guard let isSkipped = coupling.isSkipped, isSkipped != actual.isSkipped else { return [] }
    return [
      ScenarioDifference(
        at: place + ".skipped", expected: String(isSkipped), found: String(actual.isSkipped))
    ]
  }

  private static func counts(
    _ then: ScenarioExpectation, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    let records = zip(then.counts, found.counts).compactMap { expected, number in
      difference("then.count.\(expected.side.name).\(expected.table)", expected.number, number)
    }
    return records
      + then.couplingCounts.compactMap { expected in
        difference(
          "then.count.coupled.\(expected.mapping)", expected.number,
          found.couplings[expected.mapping]?.count ?? 0)
      }
  }

  private static func job(
    _ job: ExpectedJob, _ found: ScenarioFound
  ) -> [ScenarioDifference] {
    let subject = job.subject
    let type = subject.type == .synchronization ? "" : ".\(subject.type.rawValue)"
    let place = "then.jobs.\(subject.mapping).\(subject.direction.rawValue)\(type)"
    guard let counters = found.jobs[subject] else {
      return [ScenarioDifference(at: place, expected: "a job", found: nil)]
    }
    return ExpectedJob.Counter.allCases.compactMap { counter in
      guard let expected = job.counters[counter] else { return nil }
      return difference("\(place).\(counter.rawValue)", expected, counter.value(in: counters))
    }
  }

  private static func review(
    _ review: ScenarioExpectation.Review, _ found: ScenarioFound
  ) -> ScenarioDifference? {
    let actual = found.review[review.mapping]
    guard actual != review.recommend else { return nil }
    return ScenarioDifference(
      at: "then.review.\(review.mapping)", expected: review.recommend.rawValue,
      found: actual?.rawValue)
  }

  private static func difference(
    _ place: String, _ expected: Int, _ found: Int
  ) -> ScenarioDifference? {
    expected == found
      ? nil : ScenarioDifference(at: place, expected: String(expected), found: String(found))
  }
}
