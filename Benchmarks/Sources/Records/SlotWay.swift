import MapRuntime

/// An interpreter over places that were looked up before: rows of values into rows of values.
struct SlotWay {
  private let sources: [[Value]]
  private let targets: [[Value]]
  private let references: [ResolvedReference]
  private let steps: [(source: Int, target: Int, step: FieldStep)]

  init(_ sample: Sample) {
    sources = sample.sources.map(ValueRow.values)
    targets = sample.targets.map(ValueRow.values)
    references = sample.references
    let from = BC.Machine.table.columns.map(\.name)
    let to = Sales.BenchMachine.table.columns.map(\.name)
    steps = FieldPlan.steps.compactMap { line in
      guard let source = from.firstIndex(of: line.source),
        let target = to.firstIndex(of: line.target)
      else { return nil }
      return (source, target, line.step)
    }
  }

  func convert() throws -> [[Value]] {
    var converted: [[Value]] = []
    converted.reserveCapacity(sources.count)
    for place in sources.indices {
      var target = targets[place]
      for step in steps {
        target[step.target] = try step.step.apply(
          sources[place][step.source], references[place], target[step.target])
      }
      converted.append(target)
    }
    return converted
  }
}
