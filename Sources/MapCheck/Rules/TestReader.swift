import MapLanguage
import MapRuntime
import MapSource

/// Looks at the names and values of one test.
struct TestReader {
  let resolved: ResolvedModel
  let place: Int
  private let functions: Set<String>
  var findings: [Finding] = []

  init(_ resolved: ResolvedModel, mapping place: Int, functions: Set<String>) {
    self.resolved = resolved
    self.place = place
    self.functions = functions
  }

  mutating func read(_ test: MappingTest) {
    guard features(test) else { return }
    settings(test)
    hostFunctions(test)
    clock(test)
    for coupled in test.coupled { key(of: coupled) }
    let variants = resolved.mappings[place]
    guard
      let set = variants.features(
        turningOn: test.features.map(\.value), in: resolved.features)
    else { return absent(test) }
    if let mapping = variants.mapping(in: set) { records(test, mapping) }
  }

  // MARK: What surrounds the records

  private mutating func features(_ test: MappingTest) -> Bool {
    let known = resolved.features.values
    for feature in test.features where resolved.features.bit(of: feature.value) == nil {
      guard resolved.model.project.isComplete else { return false }
      let nearest = Spelling.nearest(to: feature.value, among: known)
      findings.append(
        Finding(
          "unknown-feature", "the project declares no feature '\(feature.value)'",
          at: feature.span, label: nearest.map { "did you mean '\($0)'?" } ?? ""))
      return false
    }
    return areTogether(test.features)
  }

  /// Of each choice, one feature is on.
  private mutating func areTogether(_ features: [Located<String>]) -> Bool {
    for (place, feature) in features.enumerated() {
      let choice = resolved.features.relevant(resolved.features.bit(of: feature.value) ?? 0)
      let other = features[..<place].first { earlier in
        earlier.value != feature.value
          && choice & (resolved.features.bit(of: earlier.value) ?? 0) != 0
      }
      guard let other else { continue }
      findings.append(
        Finding(
          "invalid-value",
          "'\(other.value)' and '\(feature.value)' are features of one choice, of which one is on",
          at: feature.span, notes: [Finding.Note("the other one is here", at: other.span)],
          help: "leave one of them out"))
      return false
    }
    return true
  }

  private var areTablesKnown: Bool {
    resolved.model.unreadable.isEmpty && resolved.model.tables.allSatisfy(\.isComplete)
      && resolved.model.mappings.indices.allSatisfy { resolved.names.hasTables($0) }
  }

  private mutating func absent(_ test: MappingTest) {
    // An `if` that never holds is the finding.
    guard resolved.features.permits(resolved.mappings[place].condition) else { return }
    findings.append(
      Finding(
        "invalid-value", "the mapping does not exist under the features of this test",
        at: test.features.first?.span ?? test.name.span,
        help: "name the features that the mapping asks for under 'features'"))
  }

  private mutating func clock(_ test: MappingTest) {
    guard let now = test.now, DateTimeValue(parsing: now.value) == nil else { return }
    findings.append(
      Finding(
        "invalid-value", "'\(now.value)' is no date with a time", at: now.span,
        help: "write it as 2026-01-15T09:00:00Z"))
  }

  /// A coupling names its BC record by all fields of the table's key.
  private mutating func key(of coupled: MappingTest.Coupled) {
    guard let place = resolved.names.mapping(coupled.mapping, &findings),
      let mapping = resolved.mappings[place].all.first
    else { return }
    let table = resolved.catalogue[mapping.bcTable]
    guard table.isComplete, Set(table.key.map(\.value)).count == table.key.count,
      table.key.count != coupled.bc.count, let first = coupled.bc.first,
      let last = coupled.bc.last
    else { return }
    let names = table.key.map { "'\($0.value)'" }.joined(separator: ", ")
    findings.append(
      Finding(
        "invalid-value",
        "a record of '\(table.name.value)' is known by \(names)",
        at: first.span.through(last.span), label: "names \(coupled.bc.count)",
        notes: [Finding.Note("the table is described here", at: table.name.span)],
        help: table.key.count == 1
          ? "write the one value" : "write a list of \(table.key.count) values"))
  }

  private mutating func settings(_ test: MappingTest) {
    let project = resolved.model.project
    for assignment in test.settings {
      let name = assignment.field
      guard let setting = project.setting(name.value) else {
        let finding = UnknownName.setting(name.value, in: project, at: name.span)
        if let finding { findings.append(finding) }
        continue
      }
      read(assignment.value, as: setting.asField, on: .bc)
    }
  }

  private mutating func hostFunctions(_ test: MappingTest) {
    // What could not be read may have asked for it.
    guard resolved.mappings[place].all.allSatisfy({ $0.knows(.fields) }), areTablesKnown else {
      return
    }
    for assignment in test.functions where !functions.contains(assignment.field.value) {
      let name = assignment.field
      let nearest = Spelling.nearest(to: name.value, among: functions)
      findings.append(
        Finding(
          "invalid-value", "nothing in the project asks for the function '\(name.value)'",
          at: name.span, label: nearest.map { "did you mean '\($0)'?" } ?? "",
          help: nearest == nil ? "take it out" : nil,
          fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) }))
    }
  }
}
