import Foundation
import MapSource
import Testing

/// SARIF against its published schema, which lies in `../shared` (or where SHARED says).
@Suite("SARIF schema")
struct SARIFSchemaTests {
  private static let script = """
    import json, sys, jsonschema
    with open(sys.argv[1]) as schema, open(sys.argv[2]) as log:
        jsonschema.Draft4Validator(json.load(schema)).validate(json.load(log))
    """

  /// The schema's path, or nil where the test has to be skipped.
  private var schema: String? {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let shared = environment["SHARED"] ?? root.appending(path: "../shared").standardizedFileURL.path
    let path = shared + "/data/sarif/sarif-schema-2.1.0.json"
    if FileManager.default.fileExists(atPath: path) { return path }
    #expect(environment["CI"] != "true", "no \(path)")
    print("skipped: no ../shared")
    return nil
  }

  /// What the schema has against a log; empty if nothing.
  private func complaint(about log: String, schema: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sarif")
    try log.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script, schema, file.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(complaint.isEmpty == (process.terminationStatus == 0))
    return String(decoding: complaint, as: UTF8.self)
  }

  private var report: FindingReport {
    let span = Sample.customer.span("County")
    let twice = Finding.Note("twice", at: span)
    return Sample.customer.report(
      Sample.unknownField,
      Finding("plain", "m", at: Span(startOf: 1), severity: .warning),
      Finding(
        "same-notes", "m", at: span, notes: [twice, twice],
        fix: Fix(certain: false, edits: [])),
      Finding(
        "two-files", "m", at: span,
        fix: Fix(
          certain: false,
          edits: [
            Fix.Edit(Sample.customer.span("Name", in: 1), "Naem"), Fix.Edit(span, ""),
            Fix.Edit(Sample.customer.place(behind: "Name", in: 1), "\n"),
          ])))
  }

  @Test("Every shape of finding is valid")
  func valid() throws {
    guard let schema else { return }
    let rules = ["unknown-field": "A field that its table does not have."]
    #expect(
      try complaint(about: SARIFRenderer(rules: rules).render(report), schema: schema) == "")
    let nothing = SARIFRenderer(rules: [:]).render(Sample.customer.report())
    #expect(try complaint(about: nothing, schema: schema) == "")
  }

  @Test("The check can fail")
  func invalid() throws {
    guard let schema else { return }
    let log = SARIFRenderer(rules: [:]).render(report)
    let wrong = log.replacingOccurrences(of: #""startLine":10"#, with: #""startLine":0"#)
    #expect(wrong != log)
    #expect(
      try complaint(about: wrong, schema: schema).contains("0 is less than the minimum of 1"))
  }
}
