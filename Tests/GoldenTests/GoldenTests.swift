import Foundation
import GeneratedRuns
import MapCheck
import MapCompiler
import MapPlan
import MapRuntime
import Testing

@Suite("Generated Swift that is committed")
struct GoldenTests {
  @Test("the generator writes what is committed")
  func committed() throws {
    let compilation = try GoldenProject.compilation()
    #expect(compilation.findings.map(\.message) == [])
    let files = try #require(compilation.generated)
    if GoldenProject.isRecording {
      for file in files {
        try Data(file.text.utf8).write(to: GoldenProject.generated.appending(path: file.name))
      }
    }
    let names = try FileManager.default
      .contentsOfDirectory(atPath: GoldenProject.generated.path).sorted()
    #expect(names == files.map(\.name))
    for file in files {
      let committed = try String(
        contentsOf: GoldenProject.generated.appending(path: file.name), encoding: .utf8)
      #expect(file.text == committed, "\(file.name)")
    }
  }

  @Test("what is committed does with random records what the evaluator does")
  func agreement() throws {
    let compilation = try GoldenProject.compilation()
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    var compared = 0
    for mapping in Program.mappings([]) {
      let form = try #require(program.mappings.first { $0.name == mapping.policy.name })
      for direction in mapping.policy.directions {
        var records = try #require(RandomRecords(of: form, direction, in: checked, seed: 11))
        for _ in 0..<200 {
          var input = records.next()
          input.functions = answers(input, form, checked)
          #expect(Agreement.differences(mapping, form, direction, checked, input) == [])
          compared += 1
        }
      }
    }
    #expect(compared == 1000)
  }

  /// What the host answers, for the evaluator; `tidy` leaves a text as it is.
  private func answers(
    _ input: EvaluationInput, _ form: MappingProgram, _ checked: CheckedModel
  ) -> [String: Value] {
    guard form.name == "PRICE" else { return [:] }
    let table = checked.catalogue[form.mapping.bcTable]
    let code = table.place(of: "Code").flatMap { input.source[$0]?.text } ?? ""
    let rate = table.place(of: "Rate").flatMap { input.source[$0]?.decimal }
    let weight = HostFunctions.weightOf(code, rate)
    let isNew = table.place(of: "Text").flatMap { input.source[$0]?.text } == "new"
    return [
      "weight-of": weight.map(Value.integer) ?? .empty, "marked": .text(isNew ? "*N" : "*O"),
    ]
  }

  @Test("a price without a currency has no rate, and not one of 0")
  func joined() throws {
    let run = RunValues(now: DateTimeValue(milliseconds: 0))
    let row = ConversionRow(
      run: run, references: [], related: NoRelatedRecords(), isNew: true)
    var price = BC.Price(reading: RecordValues([.text("A"), .text(" x "), .empty]))
    #expect(price.rate == nil)
    let without = try Mapping.Price.convert(price, onto: .blank, row)
    #expect(without.rate == nil && without.weight == nil)
    #expect(without.value2_0_ == "x")
    price.rate = .zero
    let with = try Mapping.Price.convert(price, onto: .blank, row)
    #expect(with.rate == .zero && with.weight == 1)
  }

  @Test("a value that stands for another goes through the host's function too")
  func marked() throws {
    let row = ConversionRow(
      run: RunValues(now: DateTimeValue(milliseconds: 0)), references: [],
      related: NoRelatedRecords(), isNew: true)
    func kind(_ text: String) throws -> String? {
      var price = BC.Price.blank
      (price.code, price.text) = ("A", text)
      return try Mapping.Price.convert(price, onto: .blank, row).kind
    }
    #expect(try kind("new") == "*N")
    #expect(try kind("old") == "*O")
    #expect(try kind("other") == nil)
  }

  @Test("an event calls the host by its name")
  func call() async throws {
    var order = Sales.Salesorder.blank
    order.ordernumber = "A"
    await #expect(throws: HostFunctions.Unequal.self) {
      try await Mapping.Order.call("order-created", .blank, order)
    }
    var header = BC.SalesHeader.blank
    header.reference = "A"
    try await Mapping.Order.call("order-created", header, order)
  }

  @Test("a customer becomes an account, cut where it must be on the way back")
  func customer() throws {
    let run = RunValues(now: DateTimeValue(milliseconds: 0))
    var customer = BC.Customer.blank
    customer.name = "Adatum"
    customer.blocked = OptionValue(3)
    let account = try Mapping.Customer.convert(
      customer, onto: .blank,
      ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: true))
    #expect(account.name == "Adatum")
    #expect(account.isblocked == true)
    var long = account
    long.name = String(repeating: "x", count: 60)
    let back = try Mapping.Customer.convert(
      long, onto: customer,
      ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: false))
    #expect(back.name == String(repeating: "x", count: 50))
    #expect(throws: RecordRefusal(.empty, rule: 0)) {
      try Mapping.Customer.convert(
        .blank, onto: account,
        ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: false))
    }
  }
}
