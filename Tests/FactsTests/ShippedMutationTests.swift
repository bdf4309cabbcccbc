import Testing

@testable import MapCheck

/// A change of the shipped files makes the differences that it should, and no others.
@Suite("changed files")
struct ShippedMutationTests {
  /// One change, and the differences that it must make.
  struct Change: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let made: [String]

    init(_ file: String, _ old: String, _ new: String, _ made: String...) {
      self.file = file
      self.old = old
      self.new = new
      self.made = made
    }

    var testDescription: String { "\(file): \(made.joined(separator: "; "))" }
  }

  /// Whatever else a combination of features has chosen.
  private static let others = ", and 11 more combinations"

  static let changes = [
    Change(
      "mappings/CUSTOMER.yaml", "sales: fax }", "sales: fax, direction: to-sales }",
      "13 direction to-sales for both"),
    Change(
      "mappings/CUSTOMER.yaml", "  - { bc: Fax No., sales: fax }\n", "", "13 missing"),
    Change(
      "mappings/CUSTOMER.yaml", "sales: fax }", "sales: fax, if: unit-groups }",
      "13 not there with person-ownership, single-units, price-lists, one-way-orders" + others),
    Change(
      "mappings/CUSTOMER.yaml", "sales: fax }", "sales: fax, enabled: false }",
      "13 disabled for enabled"),
    Change(
      "mappings/CUSTOMER.yaml", "sales: fax }", "sales: fax, empty: keep }",
      "13 empty keep for not_null no"),
    Change(
      "mappings/CUSTOMER.yaml", "sales: fax }", "sales: fax, validate: false }",
      "13 validate false for true"),
    Change(
      "mappings/CUSTOMER.yaml", "uncoupled: later }", "uncoupled: wait }",
      "20 uncoupled wait for clear_on_failed true", "prerequisites more CONTACT"),
    Change(
      "mappings/CUSTOMER.yaml", "through: SHIPPING AGENT }", "through: SHIPMENT METHOD }",
      "17 missing", "prerequisites missing SHIPPING AGENT"),
    Change(
      "mappings/CONTACT.yaml", "bc: Type, constant: Person", "bc: Type, constant: Company",
      "19 constant Company for Person"),
    Change(
      "mappings/CUSTOMER.yaml", "  - { bc: Post Code, sales: address1_postalcode }\n",
      "  - { bc: City, sales: address1_postalcode }\n", "7 missing",
      "extra extra"),
    Change(
      "mappings/VENDOR.yaml", "customertypecode: Vendor }     #",
      "customertypecode: Customer }     #",
      "sales filter customertypecode 3 (Customer), statecode 0 (Active) for "
        + "customertypecode 11 (Vendor), statecode 0 (Active)"),
    Change(
      "mappings/CUSTOMER.yaml", "direction: both\n", "direction: both\nscope: all\n",
      "synch_only_coupled no for yes"),
    Change(
      "mappings/CUSTOMER.yaml", "schedule: { every: 30m, sleep: 12h }",
      "schedule: { every: 15m, sleep: 12h }", "job_minutes 15 for 30"),
    Change(
      "mappings/project.yaml", "{ every: 30m, sleep: 12h }", "{ every: 30m, sleep: 90m }",
      "inactivity_minutes 90 for 720"),
    Change(
      "mappings/CURRENCY.yaml", "unmatched: create, then: synchronize", "unmatched: report",
      "sync_after_bulk_coupling no for yes", "create_new_on_no_match no for yes"),
    Change(
      "mappings/CURRENCY.yaml", "groups: [[isocurrencycode]]", "groups: [[currencyname]]",
      "1 no match by it", "match_key currencyname for isocurrencycode"),
    Change(
      "mappings/CUSTOMER.yaml", "update: refuse, delete: refuse",
      "update: bc-wins, delete: uncouple", "update_conflict bc-wins for refuse",
      "deletion_conflict uncouple for refuse"),
    Change(
      "mappings/UNIT_GROUP.yaml", "if: unit-groups\n", "",
      "enabled_when there with person-ownership, single-units, price-lists, one-way-orders",
      "1 there with person-ownership, single-units, price-lists, one-way-orders" + others,
      "2 there with person-ownership, single-units, price-lists, one-way-orders" + others),
    Change(
      "schemas/bc/Customer.yaml", "name: Name, type: text(100)", "name: Name, type: text(90)",
      "length 90 for 100"),
    Change(
      "schemas/bc/Customer.yaml", "Ship: 1", "Ship: 9", "options numbers 0, 2, 3, 9 for 0, 1, 2, 3"),
    Change(
      "schemas/bc/Customer.yaml", "Ship: 1", "Shipping: 1", "options name of 1: Shipping for Ship"),
    Change(
      "schemas/bc/Customer.yaml", "refers-to: Salesperson/Purchaser", "refers-to: Vendor",
      "2 missing", "prerequisites missing SALESPEOPLE", "target Vendor for Salesperson/Purchaser"),
  ]

  @Test("in a mapping or a table", arguments: changes)
  func change(_ change: Change) throws {
    guard let facts = try Facts.shared() else { return }
    let files = try ShippedFiles()
    let changed = try #require(
      files.replacing(change.old, with: change.new, in: change.file),
      "\(change.file) has no such text")
    let before = FactComparison(shipped: ShippedModel(unchecked: files), facts: facts)
      .differences()
    let after = FactComparison(shipped: ShippedModel(unchecked: changed), facts: facts)
      .differences()
    let made = Set(after).subtracting(before).map { "\($0.place) \($0.what)" }
    #expect(Set(made) == Set(change.made))
  }
}
