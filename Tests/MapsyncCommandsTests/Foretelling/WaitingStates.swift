/// Records that wait, rest, left their filter or are gone.
extension RecordState {
  static let waiting: [RecordState] = {
    let term = "Payment Terms: [{ $id: t1, Code: 9D, Description: Nine }]"
    let bc = "\(term), Customer: [{ $id: c1, No.: '10000', Name: Adatum }]"
    let account =
      "account: [{ $id: a1, accountnumber: '10000', name: Adatum, statecode: Active, "
      + "customertypecode: Customer }]"
    let names = "{ change: { bc: c1, set: { Payment Terms Code: 9D } } }"
    let coupled = Beginning.own(
      bc: bc, sales: account, coupled: "{ mapping: CUSTOMER, bc: c1, sales: a1 }")
    let alone = Beginning.own(bc: bc, sales: "", coupled: "")
    let terms = "{ synchronize: PAYMENT TERMS }"
    let contact = Beginning.own(
      bc: "Customer: [{ $id: c1, No.: '10000', Name: Adatum }], Contact: [{ $id: p1, No.: CT1, "
        + "Type: Person, Business Partner: '10000', First Name: Ann, Surname: Beebe }]",
      sales: "", coupled: "")
    return [
      RecordState("refers to what is not coupled", coupled, [run, names]),
      RecordState("waits, and waits still", coupled, [run, names, run]),
      RecordState("waits, and is free", coupled, [run, names, run, terms]),
      RecordState("waits, and changed", coupled, [run, names, run, bcChanges]),
      RecordState(
        "waits, and names it no more", coupled,
        [run, names, run, "{ change: { bc: c1, set: { Payment Terms Code: '' } } }"]),
      RecordState("new, and refers to what is not coupled", alone, "scope: all", [names]),
      RecordState("new, waits, and waits still", alone, "scope: all", [names, run]),
      RecordState("new, waits, and is free", alone, "scope: all", [names, run, terms]),
      RecordState("chosen, waits, and waits still", alone, [names, create]),
      RecordState("chosen, waits, and is free", alone, [names, create, terms]),
      RecordState("chosen, waits, and changed", alone, [names, create, bcChanges]),
      RecordState(
        "chosen, waits, and names it no more", alone,
        [names, create, "{ change: { bc: c1, set: { Payment Terms Code: '' } } }"]),
      RecordState(
        "chosen, waits, and is gone", alone, [names, create, "{ delete: { bc: c1 } }"]),
      RecordState(
        "waits, and is in conflict", coupled, "conflict: { by: field }",
        [run, names, bcChanges, "{ change: { sales: a1, set: { address1_city: Bergen } } }", run]),
      RecordState(
        "waits, is in conflict, and changed so that it may be over", coupled,
        "conflict: { by: field }",
        [
          run, names, bcChanges, "{ change: { sales: a1, set: { address1_city: Bergen } } }", run,
          "{ change: { bc: c1, set: { City: '' } } }",
        ]),
      RecordState(
        "waits for what nothing makes", contact, "scope: all", mapping: "CONTACT", []),
    ]
  }()
  static let create = "{ create-and-couple: { mapping: CUSTOMER, bc: [c1] } }"

  static let resting: [RecordState] = [
    RecordState("rests after two refusals", .coupled, [run, tooLong, run, run]),
    RecordState(
      "rests, and changed in BC", .coupled, [run, tooLong, run, run, bcChanges]),
    RecordState(
      "rests, and changed in Sales", .coupled, [run, tooLong, run, run, salesChanges]),
    RecordState(
      "rests, and is to be tried again", .coupled,
      [run, tooLong, run, run, "{ retry: { mapping: CUSTOMER } }"]),
    RecordState(
      "rests, mended, and is to be tried again", .coupled,
      [
        run, tooLong, run, run, "{ change: { bc: c1, set: { Home Page: '' } } }",
        "{ retry: { mapping: CUSTOMER } }",
      ]),
    RecordState("new, and rests", .bc, "scope: all", [tooLong, run, run]),
    RecordState(
      "new, rests, and changed", .bc, "scope: all", [tooLong, run, run, bcChanges]),
    RecordState(
      "new, rests, and is to be tried again", .bc, "scope: all",
      [tooLong, run, run, "{ retry: { mapping: CUSTOMER } }"]),
    RecordState("rests with a conflict", .coupled, [run, bcChanges, salesChanges, run, run]),
    RecordState(
      "rests with a conflict, and was made equal in Sales", .coupled,
      [
        run, bcChanges, salesChanges, run, run,
        "{ change: { sales: a1, set: { address1_city: Leeds } } }",
      ]),
    RecordState(
      "rests with a conflict, and was made equal in BC", .coupled,
      [
        run, bcChanges, salesChanges, run, run,
        "{ change: { bc: c1, set: { City: Bergen } } }",
      ]),
    RecordState(
      "rests with a conflict, and changed otherwise", .coupled,
      [
        run, bcChanges, salesChanges, run, run,
        "{ change: { bc: c1, set: { City: York } } }",
      ]),
  ]

  static let filtered: [RecordState] = {
    let block = "{ change: { bc: c1, set: { Blocked: Ship, City: Leeds } } }"
    let close = "{ change: { sales: a1, set: { statecode: Inactive, address1_city: Bergen } } }"
    return [
      RecordState(
        "left the filter of BC, and stays behind", .coupled, "outside-filter: skip",
        [run, block]),
      RecordState(
        "left the filter of Sales, and stays behind", .coupled, "outside-filter: skip",
        [run, close]),
      RecordState("left the filter of BC, and is followed", .coupled, [run, block]),
      RecordState("left the filter of Sales, and is followed", .coupled, [run, close]),
      RecordState("new, and outside the filter", .bc, "scope: all", [block]),
      RecordState("new in Sales, and outside the filter", .sales, "scope: all", [close]),
      RecordState(
        "left the filter, and was passed by", .coupled, "outside-filter: skip",
        [run, block, run]),
      RecordState(
        "refused, and left the filter", .coupled, "outside-filter: skip",
        [run, tooLong, run, block]),
      RecordState(
        "rests, and left the filter", .coupled, "outside-filter: skip",
        [run, tooLong, run, run, block]),
      RecordState(
        "new, rests, and left the filter", .bc, "scope: all", [tooLong, run, run, block]),
    ]
  }()

  static let gone: [RecordState] =
    [
      "refuse", "uncouple", "delete-partner", "restore",
    ].flatMap { end -> [RecordState] in
      let policies = "conflict: { delete: \(end) }"
      return [("BC", "bc: c1", salesChanges), ("Sales", "sales: a1", bcChanges)].flatMap {
        side, record, change -> [RecordState] in
        let delete = "{ delete: { \(record) } }"
        return [
          RecordState("deleted in \(side), \(end)", .coupled, policies, [run, delete]),
          RecordState(
            "deleted in \(side), and the partner changed, \(end)", .coupled, policies,
            [run, change, delete]),
          RecordState(
            "deleted in \(side), and a run passed by, \(end)", .coupled, policies,
            [run, delete, run]),
        ]
          + (end == "delete-partner"
            ? []
            : [
              RecordState(
                "deleted in \(side), a run passed by, and the partner changed, \(end)", .coupled,
                policies, [run, delete, run, change])
            ])
      }
    } + [
      RecordState(
        "deleted in BC, uncoupled, and made again from its partner", .coupled,
        "scope: all, conflict: { delete: uncouple }", [run, salesChanges, "{ delete: { bc: c1 } }"]),
      RecordState(
        "deleted in BC, uncoupled, and its partner was refused before", .coupled,
        "scope: all, conflict: { delete: uncouple }", [run, noCode, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "in conflict, and deleted in BC", .coupled,
        [run, bcChanges, salesChanges, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "rests with a conflict, and deleted in BC", .coupled,
        [run, bcChanges, salesChanges, run, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "in conflict, and deleted in Sales", .coupled,
        [run, bcChanges, salesChanges, run, deleteSales]),
      RecordState(
        "rests with a conflict, and deleted in Sales", .coupled,
        [run, bcChanges, salesChanges, run, run, deleteSales]),
      RecordState("deleted on both sides", .coupled, [run, "{ delete: { bc: c1 } }", deleteSales]),
      RecordState("uncoupled and deleted", .coupled, [run, uncouple, "{ delete: { bc: c1 } }"]),
      RecordState(
        "refused, and gone", .coupled, [run, tooLong, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "rests, and gone", .coupled, [run, tooLong, run, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "new, rests, and gone", .bc, "scope: all", [tooLong, run, run, "{ delete: { bc: c1 } }"]),
      RecordState(
        "its partner was found to be gone", .coupled,
        [run, deleteSales, "{ find-deleted: CUSTOMER }"]),
      RecordState(
        "its partner was found to be gone, and it changed", .coupled,
        [run, deleteSales, "{ find-deleted: CUSTOMER }", bcChanges]),
    ]
  static let deleteSales = "{ delete: { sales: a1 } }"
}
