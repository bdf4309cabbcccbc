/// The states of a record by itself.
extension RecordState {
  static let run = "{ synchronize: CUSTOMER }"
  static let bcChanges = "{ change: { bc: c1, set: { City: Leeds } } }"
  static let salesChanges = "{ change: { sales: a1, set: { address1_city: Bergen } } }"
  static let tooLong =
    "{ change: { bc: c1, set: { Home Page: '\(String(repeating: "h", count: 210))' } } }"
  static let noCode =
    "{ change: { sales: a1, set: { address1_country: 'a name of a country' } } }"

  /// Every state of a record by itself: each outcome of a page's stages, in both directions.
  static let all: [RecordState] =
    changed + conflicts + uncoupled + refused + waiting + resting + filtered + gone
    + EndedConflict.all.map(\.state) + EndedConflictTests.kept.map(\.state)

  /// Those that a person's order is tried on.
  static let chosen: [RecordState] =
    changed + uncoupled + refused + waiting + filtered
    + resting.filter { $0.name.hasPrefix("rests") }

  static let changed: [RecordState] = [
    RecordState("in step", .coupled, [run]),
    RecordState("in step, and never looked at", .coupled, []),
    RecordState("changed in BC", .coupled, [run, bcChanges]),
    RecordState("changed in Sales", .coupled, [run, salesChanges]),
    RecordState(
      "touched in BC and equal", .coupled,
      [run, bcChanges, "{ change: { bc: c1, set: { City: Oslo } } }"]),
    RecordState(
      "touched in Sales and equal", .coupled,
      [run, salesChanges, "{ change: { sales: a1, set: { address1_city: Oslo } } }"]),
    RecordState(
      "changed in a field that goes one way", .coupled,
      [run, "{ change: { bc: c1, set: { Credit Limit (LCY): 500 } } }"]),
    RecordState(
      "changed in a field that goes the other way only", .coupled,
      [run, "{ change: { sales: a1, set: { creditlimit: 500 } } }"]),
    RecordState(
      "changed on both sides, one of them in a field that goes one way", .coupled,
      [run, "{ change: { bc: c1, set: { Credit Limit (LCY): 500 } } }", salesChanges]),
    RecordState(
      "just coupled by hand, and equal", .both,
      ["{ couple: { mapping: CUSTOMER, bc: c1, sales: a1 } }"]),
  ]

  static let conflicts: [RecordState] =
    [
      RecordState(
        "just coupled by hand, and different", .both,
        [bcChanges, "{ couple: { mapping: CUSTOMER, bc: c1, sales: a1 } }"])
    ]
    + ["refuse", "bc-wins", "sales-wins"].flatMap {
      update in
      ["record", "field"].flatMap { unit -> [RecordState] in
        let policies = "conflict: { update: \(update), by: \(unit) }"
        let same = "{ change: { sales: a1, set: { address1_city: Leeds } } }"
        let phone = "{ change: { sales: a1, set: { telephone1: '200' } } }"
        return [
          RecordState(
            "changed differently on both sides, \(update) by \(unit)", .coupled, policies,
            [run, bcChanges, salesChanges]),
          RecordState(
            "changed in the same way on both sides, \(update) by \(unit)", .coupled, policies,
            [run, bcChanges, same]),
          RecordState(
            "changed in other fields on each side, \(update) by \(unit)", .coupled, policies,
            [run, bcChanges, phone]),
          RecordState(
            "changed in one field by both and in others by each, \(update) by \(unit)", .coupled,
            policies,
            [
              run, "{ change: { bc: c1, set: { City: Leeds, Name: Adatum Ltd } } }",
              "{ change: { sales: a1, set: { address1_city: Bergen, telephone1: '200' } } }",
            ]),
          RecordState(
            "changed differently, and looked at once, \(update) by \(unit)", .coupled, policies,
            [run, bcChanges, salesChanges, run]),
          RecordState(
            "changed differently, and changed again, \(update) by \(unit)", .coupled, policies,
            [
              run, bcChanges, salesChanges, run, "{ change: { bc: c1, set: { City: York } } }",
            ]),
        ]
      }
    }

  static let uncoupled: [RecordState] = [
    RecordState("new in BC, of which none are created", .bc, []),
    RecordState("new in BC", .bc, "scope: all", []),
    RecordState(
      "new in BC, and not created there", .bc, "scope: all, create: { to-sales: false }", []),
    RecordState("new in Sales, of which none are created", .sales, []),
    RecordState("new in Sales", .sales, "scope: all", []),
    RecordState(
      "new in Sales, and not created there", .sales, "scope: all, create: { to-bc: false }", []),
    RecordState("passed by and uncoupled", .bc, [run]),
    RecordState("uncoupled after a run", .coupled, "scope: all", [run, uncouple]),
    RecordState(
      "uncoupled after a run, and changed in BC", .coupled, "scope: all",
      [run, uncouple, bcChanges]),
    RecordState(
      "uncoupled after a run, and changed in Sales", .coupled, "scope: all",
      [run, uncouple, salesChanges]),
    RecordState("uncoupled and passed by", .coupled, [run, uncouple, run]),
    RecordState(
      "finds its partner by itself", .both,
      "scope: all, match: { groups: [[accountnumber]], automatic: true }", []),
    RecordState(
      "finds its partner by itself, where none are created", .both,
      "match: { groups: [[accountnumber]], automatic: true }", [bcChanges]),
    RecordState(
      "finds several partners", severalPartners,
      "scope: all, create: { to-bc: false }, match: { groups: [[name]], automatic: true }", []),
    RecordState(
      "was reported by a match", severalPartners, "match: { groups: [[name]] }",
      ["{ match: CUSTOMER }"]),
    RecordState(
      "was coupled by a match, and nothing moved", .both, "match: { groups: [[name]] }",
      ["{ match: CUSTOMER }"]),
  ]
  private static let severalPartners = Beginning.own(
    bc: "Customer: [{ $id: c1, No.: '10000', Name: Adatum }]",
    sales: "account: [{ $id: a1, name: Adatum, statecode: Active, customertypecode: Customer }, "
      + "{ $id: a2, name: Adatum, statecode: Active, customertypecode: Customer }]",
    coupled: "")
  static let uncouple = "{ uncouple: { mapping: CUSTOMER, bc: [c1] } }"

  static let refused: [RecordState] = [
    RecordState("too long for Sales", .coupled, [run, tooLong]),
    RecordState("too long for Sales, and refused before", .coupled, [run, tooLong, run]),
    RecordState(
      "too long for Sales, refused before, and mended", .coupled,
      [run, tooLong, run, "{ change: { bc: c1, set: { Home Page: '' } } }"]),
    RecordState("too long for BC", .coupled, [run, noCode]),
    RecordState("too long for BC, and refused before", .coupled, [run, noCode, run]),
    RecordState("new, and too long for Sales", .bc, "scope: all", [tooLong]),
    RecordState("new, too long, and refused before", .bc, "scope: all", [tooLong, run]),
    RecordState("too long, and changed in Sales", .coupled, [run, tooLong, salesChanges]),
    RecordState(
      "refused when a person created it", .bc,
      [tooLong, "{ create-and-couple: { mapping: CUSTOMER, bc: [c1] } }"]),
  ]
}
