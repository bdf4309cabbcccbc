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

  @Test func theCustomer() throws {
    guard let file = try example()?.mappings.first(where: { $0.name.value == "CUSTOMER" }) else {
      return
    }
    let mapping = file.alternatives[0].mapping
    #expect(mapping.fields.count == 22)
    #expect(mapping.fields[0].condition.terms.map(\.feature) == ["person-ownership"])
    #expect(mapping.fields[18].uncoupled?.value == .later)
    #expect(mapping.fields.suffix(2).map(\.isEnabled) == [false, false])
    #expect(mapping.match?.groups.map(\.pairs.count) == [1, 2])
    #expect(mapping.schedule?.sleep?.value == 43_200)
    #expect(mapping.tests.map(\.fails?.value) == [nil, "empty"])
    #expect(mapping.tests[0].sales?.last?.value.value == .variable("local-currency"))
  }

  @Test func ordersBothWays() throws {
    let name = "SALESORDER-ORDER"
    guard let file = try example()?.mappings.first(where: { $0.name.value == name }) else { return }
    #expect(file.alternatives.map(\.applied) == [[], [0]])
    let (base, both) = (file.alternatives[0].mapping, file.alternatives[1].mapping)
    #expect(base.direction?.value == .toSales)
    #expect(both.direction?.value == .both)
    #expect(both.create[.toBC]?.isPermitted == true)
    #expect(base.fields.count == 7)
    #expect(both.fields.count == 12)
    #expect(both.fields[5].isEnabled == false)
    #expect(base.document.states?.map(\.rule.value)[1] == .update)
    #expect(both.document.states?.map(\.rule.value)[1] == .takeIn)
    #expect(both.document.timeline.isEmpty)
    #expect(
      base.document.after.map(\.event.value.rawValue) == [
        "updated", "completely-shipped", "completely-invoiced", "deleted",
      ])
  }

  @Test func theOrder() throws {
    guard let file = try example()?.mappings.first(where: { $0.name.value == "ORDER" }) else {
      return
    }
    let mapping = file.alternatives[0].mapping
    #expect(mapping.create[.toBC]?.enabledBy?.value == "auto-create-sales-orders")
    let test = try #require(mapping.create[.toBC]?.when?.sales?.fields.first?.test)
    guard case .anyOf(let tests) = test, tests.count == 2, case .empty = tests[0] else {
      Issue.record("not empty or a date")
      return
    }
    #expect(mapping.fields.filter { $0.together == 0 }.count == 6)
    #expect(mapping.fields[1].follow.map(\.field.value) == ["parentcustomerid"])
    #expect(mapping.document.after.first?.archive?.value == "quoteid")
  }

  @Test func anOptionMapping() throws {
    let name = "PAYMENT TERMS"
    guard let file = try example()?.mappings.first(where: { $0.name.value == name }) else { return }
    let mapping = file.alternatives[0].mapping
    #expect(mapping.isOptionMapping)
    #expect(mapping.tables.salesOption?.value == "paymenttermscode")
    #expect(mapping.copyTo.map(\.table.value) == ["salesorder", "quote", "invoice"])
    #expect(mapping.fields.map { $0.sales?.value } == ["$label"])
  }

  @Test func shippedFilesReadWithoutFindings() {
    guard let sample = ExampleFiles.shipped()?.sample else { return }
    #expect(sample.syntaxFindings.isEmpty)
    #expect(sample.read().findings.map { "\(sample.mark($0)): \($0.message)" } == [])
  }
}
