import MapRuntime

/// An interpreter over names: dictionaries into dictionaries.
struct DictionaryWay {
  private let sources: [[String: Value]]
  private let targets: [[String: Value]]
  private let references: [ResolvedReference]

  init(_ sample: Sample) {
    sources = sample.sources.map(ValueRow.named)
    targets = sample.targets.map(ValueRow.named)
    references = sample.references
  }

  func convert() throws -> [[String: Value]] {
    var converted: [[String: Value]] = []
    converted.reserveCapacity(sources.count)
    for place in sources.indices {
      var target = targets[place]
      for line in FieldPlan.steps {
        target[line.target] = try line.step.apply(
          sources[place][line.source] ?? .empty, references[place], target[line.target] ?? .empty)
      }
      converted.append(target)
    }
    return converted
  }
}
