import Testing

@Suite("Documents")
struct DocumentTests {
  /// A quote mapping with lines of its own.
  private func quote(
    _ lines: String,
    states: String = "{ Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }",
    direction: String = "to-bc"
  ) -> CheckedProject {
    CheckedProject(
      """
      #--- mappings/project.yaml
      project: example
      settings: { account: { type: code(20) }, rate: { type: decimal(2) } }
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
        - { name: Amount, type: decimal(2), access: read }
      #--- schemas/sales/quote.yaml
      table: quote
      key: [quoteid]
      states:
        field: statecode
        status: statuscode
        values:
          Draft: { value: 0, statuses: { In Progress: 1 }, next: [Active] }
          Active: { value: 1, statuses: { Open: 3 }, next: [Draft, Won, Closed], locked: true }
          Won: { value: 2, statuses: { Won: 4 }, locked: true }
          Closed: { value: 3, statuses: { Lost: 5, Revised: 7 }, next: [Draft], locked: true }
      fields:
        - { name: quoteid, type: guid, access: create, required: true, default: system }
        - { name: quotenumber, type: text(35) }
        - { name: revisionnumber, type: integer }
        - { name: freightamount, type: money }
        - { name: sum, type: money }
        - { name: rest, type: money }
        - { name: sent, type: date }
        - { name: parentid, type: lookup, refers-to: quote }
        - { name: createdon, type: datetime, access: read }
      #--- mappings/QUOTE.yaml
      mapping: QUOTE
      tables: { bc: Sales Header, sales: quote }
      direction: \(direction)
      \(states.isEmpty ? "" : "states: \(states)")
      \(lines)
      fields:
        - { bc: Your Reference, sales: quotenumber }
      """)
  }

  @Test("a document names every state")
  func states() {
    let open = quote("", states: "{ Draft: ignore, Active: take-in }")
    #expect(open.names == ["state-not-handled"], "\(open.report)")
    #expect(open.findings[0].message.contains("'Won', 'Closed'"))
    let misspelt = quote(
      "", states: "{ Draft: ignore, Actve: take-in, Won: ignore, Closed: ignore }")
    #expect(misspelt.places == ["unknown-option at Actve"], "\(misspelt.report)")
    #expect(quote("").findings.isEmpty)
  }

  @Test("rules for documents ask for states")
  func unsaid() {
    let project = quote("after: { lost: { uncouple: true } }", states: "")
    #expect(project.places == ["state-not-handled at QUOTE"], "\(project.report)")
  }

  @Test(
    "an event brings a record where it can go",
    arguments: [
      ("lost: { state: Closed/Lost }", ""),
      ("lost: { state: Closed/Los }", "unknown-option at Los"),
      ("lost: { state: Closed/Won }", "unknown-option at Won"),
      ("lost: { state: Close }", "unknown-option at Close"),
      ("lost: { state: Draft }", ""),
      // Active is locked, and reopened through Draft.
      ("updated: { state: Active/Open }", ""),
    ])
  func transition(effect: String, place: String) {
    let project = quote("after: { \(effect) }")
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test("a state that leads nowhere is left by nothing")
  func terminal() {
    let states = "{ Draft: ignore, Active: take-in, Won: state-only, Closed: ignore }"
    let lost = quote("after: { lost: { state: Closed/Lost } }", states: states)
    #expect(lost.places == ["state-transition at Closed"], "\(lost.report)")
    // What is created was taken in, and not Won.
    let created = quote("after: { created: { state: Closed/Lost } }", states: states)
    #expect(created.findings.isEmpty, "\(created.report)")
  }

  @Test(
    "effects, amounts, versions and won quotes name what there is",
    arguments: [
      ("after: { created: { set: { sales: { sent: $today } } } }", ""),
      ("after: { created: { set: { sales: { sent: empty } }, archive: parentid } }", ""),
      ("after: { created: { set: { sales: { snt: $today } } } }", "unknown-field at snt"),
      ("after: { created: { set: { sales: { sent: soon } } } }", "invalid-value at soon"),
      (
        "after: { created: { set: { sales: { createdon: $today } } } }",
        "read-only-target at createdon"
      ),
      ("after: { created: { archive: sent } }", "type-mismatch at sent"),
      ("freight: { from: freightamount, account: $account }", ""),
      ("freight: { from: quotenumber, account: $account }", "type-mismatch at quotenumber"),
      ("freight: { from: freightamount, account: $acount }", "unknown-setting at $acount"),
      ("freight: { from: freightamount, account: $rate }", "type-mismatch at $rate"),
      (
        "invoice-discount: { from: [freightamnt], lines: sum, rest: rest }",
        "unknown-field at freightamnt"
      ),
      (
        "invoice-discount: { from: [freightamount], lines: sum }",
        "missing-key at { from: [freightamount], lines: sum }"
      ),
      (
        "invoice-discount: { from: [freightamount], percentage: rest, lines: sum }",
        "missing-key at { from: [freightamount], percentage: rest, lines: sum }"
      ),
      (
        "invoice-discount: { from: [freightamount], percentage: sent, lines: sum, places: revisionnumber }",
        "type-mismatch at sent"
      ),
      (
        "invoice-discount: { from: [freightamount], lines: sum, rest: rest, percentage: revisionnumber }",
        "invalid-value at revisionnumber"
      ),
      (
        "invoice-discount: { from: [freightamount], lines: sum, rest: rest, places: revisionnumber }",
        "invalid-value at revisionnumber"
      ),
      (
        "invoice-discount: { from: [freightamount], lines: smu, rest: rest }",
        "unknown-field at smu"
      ),
      (
        "invoice-discount: { from: [freightamount], lines: sum, rest: sent }",
        "type-mismatch at sent"
      ),
      (
        "versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [archive, replace] }",
        ""
      ),
      (
        "versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [new] }",
        ""
      ),
      (
        "versions: { same: quotenumber, number: sent, earlier: Closed/Revised, then: [new] }",
        "type-mismatch at sent"
      ),
      (
        "versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Old, then: [new] }",
        "unknown-option at Old"
      ),
      (
        "versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [replace, archive] }",
        "version-not-archived at replace"
      ),
      (
        "versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [new, archive] }",
        "version-not-archived at archive"
      ),
      (
        "won: { state: Won, order: { sales: quote, by: parentid }, submitted: [archive], not-submitted: [release] }",
        ""
      ),
      (
        "won: { state: Wn, order: { sales: quote, by: parentid }, submitted: [archive], not-submitted: [release] }",
        "unknown-option at Wn"
      ),
      (
        "won: { state: Won, order: { sales: quote, by: sent }, submitted: [archive], not-submitted: [release] }",
        "lookup-wrong-table at sent"
      ),
      (
        "won: { state: Won, order: { sales: orders, by: x }, submitted: [archive], not-submitted: [release] }",
        "unknown-table at orders"
      ),
      ("order-by: quotenumber", "invalid-value at quotenumber"),
      ("overflow: { from: [quotenumber], into: comment-lines }", "invalid-value at quotenumber"),
    ])
  func names(rule: String, place: String) {
    let project = quote(
      rule, states: "{ Draft: ignore, Active: take-in, Won: state-only, Closed: ignore }")
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test("freight is written to Business Central alone")
  func freight() {
    let project = quote(
      "freight: { from: freightamount, account: $account }", direction: "to-sales")
    #expect(project.names == ["direction-conflict"], "\(project.report)")
  }
}
