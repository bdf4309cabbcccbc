extension FindingCatalogue {
  static let stateTransition = FindingEntry(
    "state-transition", .documents,
    summary: "An event is to bring a document into a state that it cannot reach.",
    why:
      "The other system refuses the change. The runtime reopens locked states by itself, "
      + "through an unlocked neighbour.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [Document Type, No.]
      fields:
        - { name: Document Type, type: option, values: { Quote: 0, Order: 1 }, required: true }
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
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
          Closed: { value: 3, statuses: { Lost: 5, Revised: 7 }, locked: true }
      fields:
        - { name: quoteid, type: guid, access: create, required: true, default: system }
        - { name: quotenumber, type: text(35) }
        - { name: revisionnumber, type: integer }
      #--- mappings/QUOTE.yaml
      mapping: QUOTE
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: take-in, Won: update, Closed: ignore }
      after: { lost: { state: Closed/Lost } }
      fields:
        - { bc: Your Reference, sales: quotenumber }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [Document Type, No.]
      fields:
        - { name: Document Type, type: option, values: { Quote: 0, Order: 1 }, required: true }
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
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
          Closed: { value: 3, statuses: { Lost: 5, Revised: 7 }, locked: true }
      fields:
        - { name: quoteid, type: guid, access: create, required: true, default: system }
        - { name: quotenumber, type: text(35) }
        - { name: revisionnumber, type: integer }
      #--- mappings/QUOTE.yaml
      mapping: QUOTE
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }
      after: { lost: { state: Closed/Lost } }
      fields:
        - { bc: Your Reference, sales: quotenumber }
      """)
}
