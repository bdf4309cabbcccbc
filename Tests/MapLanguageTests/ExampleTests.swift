import Foundation
import MapLanguage
import MapRuntime
import Testing

/// The design's examples lower without a finding, into what their authors mean.
@Suite struct ExampleTests {
  private func example() throws -> Model? {
    guard let examples = ExampleFiles.design() else {
      let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"
      #expect(!isRequired, "no ../shared, and CI has one")
      print("skipped: no ../shared")
      return nil
    }
    let sample = examples.sample
    let (model, findings) = sample.read()
    #expect(sample.syntaxFindings.isEmpty)
    #expect(findings.map { "\(sample.mark($0)): \($0.message)" } == [])
    return model
  }

  @Test func readsWithoutFindings() throws {
    guard let model = try example() else { return }
    #expect(model.mappings.count == 17)
    #expect(model.tables.count == 10)
    #expect(model.unreadable.isEmpty)
    #expect(model.mappings.filter { !$0.isComplete }.isEmpty)
    #expect(model.tables.filter { !$0.isComplete }.isEmpty)
  }

  @Test func shippedFilesReadWithoutFindings() {
    guard let sample = ExampleFiles.shipped()?.sample else { return }
    #expect(sample.syntaxFindings.isEmpty)
    #expect(sample.read().findings.map { "\(sample.mark($0)): \($0.message)" } == [])
  }
}
