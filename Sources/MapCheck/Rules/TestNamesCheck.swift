import MapLanguage
import MapRuntime
import MapSource

/// Names and values in the tests of mappings: features, settings, couplings, functions and fields.
enum TestNamesCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let functions = HostFunctionNames.all(in: resolved.model)
    var findings: [Finding] = []
    for (place, file) in resolved.model.mappings.enumerated() {
      var seen: Set<Span> = []
      for alternative in file.alternatives {
        for test in alternative.mapping.tests where seen.insert(test.span).inserted {
          var reader = TestReader(resolved, mapping: place, functions: functions)
          reader.read(test)
          findings += reader.findings
        }
      }
    }
    return findings
  }
}
