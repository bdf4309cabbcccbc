import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Named rules (R C-33 to C-48)")
struct NamedRuleTests {
  private func refusal(_ rule: String) async throws -> String? {
    let workshop = try Workshop { policy in
      if policy.name == "UNIT GROUP" { policy.rules = [rule] }
    }
    do {
      try await workshop.run("UNIT GROUP")
      return nil
    } catch let failure as StoreFailure {
      return failure.sentence
    }
  }

  @Test("a rule that nobody knows stops the run before it begins")
  func unknown() async throws {
    let sentence = try await refusal("base-units")
    #expect(
      sentence?.hasPrefix("'UNIT GROUP': there is no rule 'base-units'; the rules are") == true)
  }

  @Test(
    "a rule that does not fit its mapping stops the run",
    arguments: [
      (NamedRule.oneCurrency, "finds no currency in both tables"),
      (
        .localCurrency,
        "belongs to the mapping of currencies, whose empty code is the local one"
      ),
      (.contactsOfNewCustomers, "finds no mapping whose records belong to this one's"),
    ])
  func unfit(rule: NamedRule, why: String) async throws {
    #expect(
      try await refusal(rule.rawValue)
        == "'UNIT GROUP': the rule '\(rule.rawValue)' \(why); take it out of 'rules'")
  }

  @Test("a product keeps its unit group where the mapping says so (R C-46)")
  func unitGroupStays() async throws {
    let workshop = try Workshop(BaseUnitTests.singleUnits) { policy in
      if policy.name == "ITEM-PRODUCT" { policy.rules = ["base-unit", "unit-group-stays"] }
    }
    let item = try workshop.item("1000")
    try await workshop.run("UNIT OF MEASURE", "ITEM-PRODUCT")
    let before = try workshop.find("product").first?["defaultuomscheduleid"]
    _ = try workshop.bc.change(
      "Item", item, ["Base Unit of Measure": .text("BOX")], company: workshop.company
    ).get()
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 1)
    #expect(
      try await workshop.failures("ITEM-PRODUCT") == [
        "its unit group cannot change in Sales; retire the record there and create it again"
      ])
    #expect(try workshop.find("product").first?["defaultuomscheduleid"] == before)
    #expect(before != nil)
  }

  @Test(
    "under a strict company records without one are left alone (R C-48)", arguments: [true, false])
  func strictCompany(isStrict: Bool) async throws {
    let workshop = try Workshop { policy in
      guard policy.name == "PLHEADER-PRICE" else { return }
      policy.company = .ownOrEmpty
      policy.rules = isStrict ? ["strict-company"] : []
    }
    for company in [workshop.company.id, nil] {
      var fields: [String: Value] = [
        "name": .text("Friends"),
        "transactioncurrencyid": .lookup(
          Lookup(table: "transactioncurrency", id: workshop.localCurrency)),
      ]
      if let company {
        fields["bcbi_companyid"] = .lookup(Lookup(table: "bcbi_company", id: company))
      }
      _ = try workshop.sales.create("pricelevel", fields).get()
    }
    let line = try await FullReview(workshop.integration).lines()
      .first { $0.mapping == "PLHEADER-PRICE" }
    #expect(line?.salesCount == (isStrict ? 1 : 2))
  }
}
