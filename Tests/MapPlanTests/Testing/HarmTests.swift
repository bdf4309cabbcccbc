import MapCheck
import MapCompiler
import MapPlan
import MapRuntime
import Testing

/// What a finding shows as its counterexample is fed to the evaluator, and the harm happens.
@Suite("The harm that a counterexample shows")
struct HarmTests {
  @Test(
    "a value that its target cannot hold",
    arguments: [
      ("text-truncation", "CUSTOMER", RecordRefusal.Reason.tooLong),
      ("precision-loss", "ITEM", .tooPrecise),
    ])
  func loses(name: String, mapping: String, reason: RecordRefusal.Reason) throws {
    let harm = try HarmProject(name)
    let tables = try harm.mapping(mapping).mapping
    let source = try harm.record(.bc, of: tables.bcTable)
    let outcome = try harm.convert(source, mapping, .toSales)
    guard case .rule(let refusal) = outcome.stop else {
      Issue.record("nothing refuses it")
      return
    }
    #expect(refusal.reason == reason)
    #expect(harm.example.bc.map(\.value) != harm.example.sales.map(\.value))
  }

  @Test(
    "a value that does not come back", arguments: ["not-invertible", "option-not-invertible"])
  func doesNotComeBack(name: String) throws {
    let harm = try HarmProject(name)
    let tables = try harm.mapping("CUSTOMER").mapping
    let source = try harm.record(.bc, of: tables.bcTable)
    let away = try harm.convert(source, "CUSTOMER", .toSales)
    #expect(away.stop == nil)
    #expect(away.target == (try harm.record(.sales, of: tables.salesTable)))
    let back = try harm.convert(away.target, "CUSTOMER", .toBC)
    #expect(back.stop == nil)
    for (place, value) in source { #expect(back.target[place] != value) }
  }

  @Test("records that are still changed after a run each way")
  func oscillation() throws {
    let harm = try HarmProject("oscillation")
    let tables = try harm.mapping("CUSTOMER").mapping
    var bc = try harm.record(.bc, of: tables.bcTable)
    var sales = try harm.record(.sales, of: tables.salesTable)
    sales = try harm.convert(bc, onto: sales, "CUSTOMER", .toSales).target
    bc = try harm.convert(sales, onto: bc, "CUSTOMER", .toBC).target
    let again = try harm.convert(bc, onto: sales, "CUSTOMER", .toSales).target
    let place = try #require(harm.checked.catalogue[tables.salesTable].place(of: "name"))
    #expect(again[place] != sales[place])
  }

  @Test("a record that two mappings write in turn, so that no run leaves it alone")
  func overlappingWriters() throws {
    let harm = try HarmProject("overlapping-writers")
    let account = try harm.table("account", .sales)
    let name = try #require(harm.checked.catalogue[account].place(of: "name"))
    var record = try harm.record(.sales, of: account)
    var seen: [Value] = []
    // Nothing changes in Business Central between the two runs of each.
    for (mapping, text) in [("CUSTOMER", "B"), ("VENDOR", "C"), ("CUSTOMER", "B"), ("VENDOR", "C")]
    {
      guard try harm.accepts(record, mapping, .sales) else { continue }
      let table = try harm.mapping(mapping).mapping.bcTable
      let field = try #require(harm.checked.catalogue[table].place(of: "Name"))
      let outcome = try harm.convert([field: .text(text)], onto: record, mapping, .toSales)
      #expect(outcome.stop == nil)
      record = outcome.target
      seen.append(record[name] ?? .empty)
    }
    #expect(seen == [.text("B"), .text("C"), .text("B"), .text("C")])
  }

  @Test("the right example leaves no record that both could write")
  func writersApart() throws {
    let entry = try #require(FindingCatalogue.entry("overlapping-writers"))
    let compilation = Compiler.check(ExampleProject.files(of: entry.right))
    let checked = try #require(compilation.checked)
    let table = try #require(checked.catalogue.tables.first { $0.name.value == "account" })
    let type = try #require(table.place(of: "customertypecode"))
    let writers = try #require(compilation.program).mappings.map(\.mapping)
      .filter { checked.catalogue[$0.salesTable].name.value == "account" }
    #expect(writers.count == 2)
    for option in table.fields[type].options {
      let record = [type: Value.option(OptionValue(option.value))]
      let accepting = writers.filter {
        ConditionEvaluator(table: table).holds($0.salesFilter, on: record) == true
      }
      #expect(accepting.count == 1, "\(option.name)")
    }
  }

  @Test("a reference to a record that never comes")
  func filteredReference() throws {
    let harm = try HarmProject("filtered-reference")
    let referred = try harm.record(.bc, of: try harm.table("Contact", .bc))
    let stop = try harm.convert(referred, "CONTACT", .toSales).stop
    guard case .outsideFilter = stop else {
      Issue.record("the filter takes it in")
      return
    }
    let contact = harm.checked.catalogue[try harm.table("Contact", .bc)]
    let key = try #require(contact.key.first.flatMap { contact.place(of: $0.value) })
    let customer = harm.checked.catalogue[try harm.table("Customer", .bc)]
    let reference = try #require(customer.place(of: "Primary Contact No."))
    let outcome = try harm.convert([reference: referred[key] ?? .empty], "CUSTOMER", .toSales)
    guard case .rule(let refusal) = outcome.stop else {
      Issue.record("nothing holds it")
      return
    }
    #expect(refusal.reason == .waiting)
  }

  @Test("a record from which two mappings create")
  func createdTwice() throws {
    let harm = try HarmProject("created-twice")
    for name in ["COMPANY", "PERSON"] {
      let mapping = try harm.mapping(name).mapping
      let record = try harm.record(.sales, of: mapping.salesTable)
      // Both mappings' states and filters take it in, and nothing stands there yet.
      #expect(try harm.convert(record, name, .toBC).stop == nil)
      #expect(mapping.creates(.toBC))
    }
  }
}
