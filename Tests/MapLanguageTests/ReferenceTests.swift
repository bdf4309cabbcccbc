import MapLanguage
import MapRuntime
import Testing

@Suite struct ReferenceTests {
  private func reference(_ text: String, _ side: Side = .bc) throws -> Reference {
    try #require(
      Sample.field("name: F, type: code(20), refers-to: \(text)", side: side)?.references)
  }

  @Test func oneTableOrAList() throws {
    #expect(try reference("Customer").targets.map(\.table.value) == ["Customer"])
    #expect(try reference("[A, B]").targets.map(\.table.value) == ["A", "B"])
    #expect(try reference("A").targets.first?.navigation == nil)
  }

  @Test func aBareSalesTableIsNavigatedByTheFieldsName() throws {
    #expect(try reference("account", .sales).targets.first?.navigation?.value == "F")
    let two = try reference("{ account: c_account, contact: c_contact }", .sales)
    #expect(two.targets.map(\.table.value) == ["account", "contact"])
    #expect(two.targets.map { $0.navigation?.value } == ["c_account", "c_contact"])
  }

  @Test func anotherFieldPicks() throws {
    let picked = try reference("{ by: Type, Item: Item, Unit: { IUM: { Item No.: No. } } }")
    #expect(picked.pickedBy?.value == "Type")
    #expect(picked.targets.map { $0.when?.value } == ["Item", "Unit"])
    #expect(picked.targets.map(\.table.value) == ["Item", "IUM"])
    #expect(picked.targets[1].otherKeys.map(\.theirs.value) == ["Item No."])
    #expect(picked.targets[1].otherKeys.map(\.own.value) == ["No."])
  }

  @Test func aCompositeKeyAloneOrInAList() throws {
    let alone = try reference("{ IUM: { Item No.: No. } }")
    #expect(alone.targets.map(\.table.value) == ["IUM"])
    #expect(alone.targets[0].otherKeys.count == 1)
    let list = try reference("[Unit, { by: Type, Item: { IUM: { Item No.: No. } } }]")
    #expect(list.targets.map(\.table.value) == ["Unit", "IUM"])
    #expect(list.targets.map { $0.when?.value } == [nil, "Item"])
    #expect(list.pickedBy?.value == "Type")
  }

  @Test func mistakes() {
    #expect(
      Sample.marks(field: "name: F, type: guid, refers-to: { A: b }") == ["wrong-kind \"b\""])
    #expect(
      Sample.marks(field: "name: F, type: guid, refers-to: [{ by: A, X: T }, { by: B, Y: U }]")
        == ["invalid-value \"B\""])
    #expect(
      Sample.marks(field: "name: F, type: guid, refers-to: { by: A, X: { T: {}, U: {} } }")
        == ["invalid-value \"{ T: {}, U: {} }\""])
  }
}
