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
      var names: [String: Span] = [:]
      for alternative in file.alternatives {
        for test in alternative.mapping.tests where seen.insert(test.span).inserted {
          var reader = TestReader(resolved, mapping: place, functions: functions)
          reader.read(test)
          findings += reader.findings
          if let earlier = names.updateValue(test.name.span, forKey: test.name.value) {
            findings.append(twice(test.name, first: earlier))
          }
        }
      }
    }
    return findings
  }

  /// A failing test is known by its name.
  private static func twice(_ name: Located<String>, first: Span) -> Finding {
    Finding(
      "invalid-value", "two tests are named '\(name.value)'", at: name.span, label: "again here",
      notes: [Finding.Note("first here", at: first)], help: "name what each of them shows")
  }
}
