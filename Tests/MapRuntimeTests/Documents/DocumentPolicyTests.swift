import MapRuntime
import Testing

@Suite("What a document's policy answers")
struct DocumentPolicyTests {
  private static let states = DocumentPolicy.States(
    field: "statecode", status: "statuscode",
    answers: [
      .init(state: .init(name: "Active", state: OptionValue(0)), rule: .takeIn),
      .init(state: .init(name: "Submitted", state: OptionValue(1)), rule: .update),
      .init(state: .init(name: "Canceled", state: OptionValue(2)), rule: .ignore),
    ])

  @Test("each state has its rule, and a state that the table does not have has none")
  func rules() {
    #expect(Self.states.rule(in: OptionValue(1)) == .update)
    #expect(Self.states.rule(in: OptionValue(9)) == nil)
    #expect(Self.states.states([.takeIn, .update]).map(\.name) == ["Active", "Submitted"])
  }

  @Test("a store is asked for the states that are handled")
  func condition() {
    let table = RecordTable(.sales, "salesorder", [.init("statecode", .option)])
    let asked = Self.states.condition([.takeIn, .update])
    func passes(_ state: Int32) -> Bool {
      asked.holds(RecordValues([.option(OptionValue(state))]), in: table)
    }
    #expect(passes(0) && passes(1) && !passes(2))
  }

  @Test("an event has its effect, a direction its limit, and what is not said is nil")
  func parts() {
    let policy = DocumentPolicy(
      creation: [.init(direction: .toBC, enabledBy: "take-orders")],
      effects: [.init(event: .created, releases: true), .init(event: .deleted, uncouples: true)])
    #expect(policy.effect(of: .deleted)?.uncouples == true)
    #expect(policy.effect(of: .updated) == nil)
    #expect(policy.creation(.toBC)?.enabledBy == "take-orders")
    #expect(policy.creation(.toSales) == nil)
  }

  @Test("events belong to one kind of document, but that all are created")
  func kinds() {
    for event in DocumentEvent.allCases {
      let kinds = DocumentKind.allCases.filter { $0.has(event) }
      #expect(kinds.count == (event == .created ? 3 : 1), "\(event.rawValue)")
    }
  }

  @Test("a status that two states have is named with its state")
  func statuses() throws {
    let table = TableDescription(
      .sales, "quote", key: ["quoteid"], fields: [],
      states: StatesDescription(
        field: "statecode", status: "statuscode",
        values: [
          .init("Draft", 0, statuses: [.init("In Progress", 1)]),
          .init("Active", 1, statuses: [.init("In Progress", 2), .init("Open", 3)]),
        ]))
    let status = try #require(table.describedField("statuscode"))
    #expect(status.option("Active/In Progress") == OptionValue(2))
    #expect(status.option("Open") == OptionValue(3) && status.option("Active/Open") != nil)
    #expect(status.option("In Progress") == nil)
    #expect(status.name(of: OptionValue(1)) == "Draft/In Progress")
    let beside = table.describedField("statuscode", besideState: "Active")
    #expect(beside?.option("In Progress") == OptionValue(2))
    #expect(beside?.option("Draft/In Progress") == OptionValue(1))
  }
}
