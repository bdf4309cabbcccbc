import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// Runs the tests in the mappings' files (docs/language.md#tests).
public struct TestRunner: Sendable {
  private let context: TestContext

  public init(_ program: Program) { context = TestContext(program) }

  /// The results of all tests, or of some mappings', in the order of files.
  public func run(mappings places: [Int]? = nil) -> [TestResult] {
    (places ?? Array(context.checked.mappings.indices)).flatMap { place in
      tests(of: place).map { run($0, ofMappingAt: place) }
    }
  }

  /// One record on its way through the mapping at a place; nil where the mapping does not exist
  /// under the record's features, or never goes this way.
  public func trial(
    of record: MappingTest, ofMappingAt place: Int, _ direction: Direction
  ) -> RecordTrial? {
    RecordTrial(record, ofMappingAt: place, direction, in: context)
  }

  /// The tests of a file, those that variants add too.
  private func tests(of place: Int) -> [MappingTest] {
    var seen: Set<Span> = []
    return context.checked.model.mappings[place].alternatives
      .flatMap(\.mapping.tests).filter { seen.insert($0.span).inserted }
      .sorted { $0.span < $1.span }
  }

  private func run(_ test: MappingTest, ofMappingAt place: Int) -> TestResult {
    let name = context.checked.model.mappings[place].name.value
    guard var trial = RecordTrial(test, ofMappingAt: place, nil, in: context) else {
      return TestResult(
        mapping: name, test: test, direction: test.direction?.value ?? .toSales, features: [],
        differences: [],
        problem: TestProblem(
          message: "the mapping does not exist under its features", rule: nil))
    }
    let problem = Self.problem(test, trial)
    let isCompared = problem == nil && test.fails == nil
    return TestResult(
      mapping: name, test: test, direction: trial.direction, features: trial.features,
      differences: isCompared ? Self.differences(test, &trial) : [], problem: problem)
  }

  private static func problem(_ test: MappingTest, _ trial: RecordTrial) -> TestProblem? {
    let stop = trial.outcome.stop
    guard let wanted = test.fails?.value else {
      return stop.map { TestProblem(message: trial.message(of: $0), rule: trial.rule(of: $0)) }
    }
    guard let stop else {
      let held = wanted == Uncoupled.wait.rawValue
      return TestProblem(
        message: held ? "nothing held it" : "no '\(wanted)' refused it", rule: nil)
    }
    if stop.answers(wanted) { return nil }
    return TestProblem(
      message: wanted == Uncoupled.wait.rawValue
        ? "it was to wait, but \(trial.message(of: stop))"
        : "'\(wanted)' was to refuse it, but \(trial.message(of: stop))",
      rule: trial.rule(of: stop))
  }

  private static func differences(
    _ test: MappingTest, _ trial: inout RecordTrial
  ) -> [TestDifference] {
    let expected = (trial.direction == .toSales ? test.sales : test.bc) ?? []
    let table = trial.targetTable
    return expected.compactMap { assignment -> TestDifference? in
      guard let place = table.place(of: assignment.field.value) else { return nil }
      let field = table.fields[place]
      let wanted = trial.scene.expected(assignment, in: expected, table: table)
      let found = trial.found(place)
      if isSame(wanted, found, field, table.side) { return nil }
      let step = trial.outcome.steps.last { $0.target == place }
      return TestDifference(
        field: field.name.value, expected: trial.scene.text(wanted, of: field),
        found: trial.scene.text(found, of: field), span: assignment.field.span,
        writer: trial.writer(of: place), why: step?.why ?? "")
    }
  }

  /// Records are the same where their ids are: a test's word is one record, whatever its table.
  private static func isSame(_ wanted: Value, _ found: Value, _ field: Field, _ side: Side) -> Bool
  {
    if case .lookup(let wanted) = wanted, case .lookup(let found) = found {
      return wanted.id == found.id
    }
    // What BC never leaves empty is blank there.
    let blank = BlankValue.of(field, on: side)
    return Comparison.same(
      wanted.isEmpty ? blank : wanted, found.isEmpty ? blank : found, as: field.type.value)
  }
}
