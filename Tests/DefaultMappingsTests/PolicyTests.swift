import DefaultMappings
import GeneratedRuns
import MapPlan
import MapRuntime
import Testing

/// What the generated mappings tell the engine as data.
struct PolicyTests {
  @Test("Match groups name the columns of the Sales record")
  func match() throws {
    let policy = try #require(Mapping.Customer.policy.match)
    #expect(
      policy.groups.map { $0.map(\.sales) }
        == [["accountnumber"], ["name", "address1_postalcode"]])
    for pair in policy.groups.flatMap({ $0 }) {
      #expect(Sales.Account.table.columns[pair.column].name == pair.sales)
    }
    #expect(policy.unmatched == .report && !policy.isAutomatic)
    let currency = try #require(Mapping.Currency.policy.match)
    #expect(currency.unmatched == .create && currency.then == .synchronize && currency.isAutomatic)
    #expect(Mapping.Opportunity.policy.match == nil)
    // Only after a file was put back: what is there on both sides finds each other.
    let order = try #require(Mapping.Order.policy.match)
    #expect(order.groups.map { $0.map(\.sales) } == [["ordernumber"]] && !order.isAutomatic)
  }

  @Test("An option mapping names its option field and the copies of it")
  func options() {
    #expect(
      Mapping.PaymentTerms.policy.option
        == OptionTarget(
          .init("account", "paymenttermscode"),
          copies: ["salesorder", "quote", "invoice"].map { .init($0, "paymenttermscode") }))
    #expect(Mapping.Customer.policy.option == nil)
  }

  @Test("Only an empty currency stands for the local one")
  func localCurrency() {
    let named = Program.mappings(["unit-groups", "price-lists", "no-orders", "person-ownership"])
      .filter { $0.policy.emptyMeansLocalCurrency }.map { $0.policy.name }
    #expect(named == ["CURRENCY"])
  }

  @Test("Two-way columns are those that enabled two-way field maps write")
  func twoWay() throws {
    func names(_ direction: Direction, _ table: RecordTable) -> Set<String> {
      Set(Mapping.Customer.twoWay(direction).columns.map { table.columns[$0].name })
    }
    let sales = names(.toSales, Sales.Account.table)
    #expect(sales.isSuperset(of: ["name", "transactioncurrencyid", "primarycontactid"]))
    // One way only, and not enabled.
    #expect(sales.isDisjoint(with: ["ownerid", "accountnumber", "customertypecode"]))
    let bc = names(.toBC, BC.Customer.table)
    #expect(bc.isSuperset(of: ["Name", "Currency Code", "Primary Contact No."]))
    #expect(bc.isDisjoint(with: ["No.", "Salesperson Code"]))
    // What picks among tables is written with the reference.
    let line = Mapping.SolineOrderdetail.twoWay(.toBC).columns.map {
      BC.SalesLine.table.columns[$0].name
    }
    #expect(line.contains("Type") && line.contains("No."))
    #expect(Mapping.OrderLine.twoWay(.toBC).isEmpty)
  }

  @Test("Slots say which option picks each route, and which of them is the header")
  func slots() {
    let slots = Mapping.OrderLine.slots(.toBC)
    #expect(slots.first?.picks == [OptionValue(2), OptionValue(3)])
    #expect(slots.last?.mappings == ["ORDER"] && slots.last?.isParent == true)
    #expect(slots.filter(\.isParent).count == 1)
    let rule = slots.last.map { Mapping.OrderLine.rules[$0.rule] }
    #expect(rule?.name == "parent ORDER")
  }

  @Test("Filters as data let through exactly the records that the code lets through")
  func filters() throws {
    let compilation = try ShippedProject.compilation()
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    var answers: [Bool: Int] = [:]
    for mapping in program.mappings {
      let names = Set(checked.features.names(of: mapping.mapping.features))
      guard let type = Program.mappings(names).first(where: { $0.policy.name == mapping.name })
      else { continue }
      for direction in mapping.mapping.direction.directions {
        guard var records = RandomRecords(of: mapping, direction, in: checked, seed: 11) else {
          continue
        }
        for _ in 0..<200 {
          let run = GeneratedRun(
            checked: checked, program: mapping, direction: direction, input: records.next())
          let (byData, byCode) = answer(type, run)
          #expect(byData == byCode, "\(mapping.name) \(direction.name)")
          answers[byCode, default: 0] += 1
        }
      }
    }
    #expect(answers[true, default: 0] > 100 && answers[false, default: 0] > 100)
  }

  private func answer<Mapping: CompiledMapping>(
    _ mapping: Mapping.Type, _ run: GeneratedRun
  ) -> (byData: Bool, byCode: Bool) {
    let side = run.direction.source
    let table = run.program.mapping.table(side)
    let filter = Mapping.filter(side, run.input.run)
    if side == .bc {
      let record: Mapping.BCRecord = run.record(run.input.source, in: table)
      return (
        filter.holds(RecordValues(of: record), in: Mapping.BCRecord.table),
        Mapping.accepts(record, run.input.run)
      )
    }
    let record: Mapping.SalesRecord = run.record(run.input.source, in: table)
    return (
      filter.holds(RecordValues(of: record), in: Mapping.SalesRecord.table),
      Mapping.accepts(record, run.input.run)
    )
  }
}
