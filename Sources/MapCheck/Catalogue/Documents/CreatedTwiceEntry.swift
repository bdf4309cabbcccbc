extension FindingCatalogue {
  static let createdTwice = FindingEntry(
    "created-twice", .documents,
    summary: "Two mappings create records in one table from the same record.",
    why: "There would be two orders for one.",
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
      #--- mappings/OFFER.yaml
      mapping: OFFER
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }
      create: { to-bc: true }
      fields:
        - { bc: Document Type, constant: Order }
        - { bc: Your Reference, sales: quotenumber }
      #--- mappings/QUOTE.yaml
      mapping: QUOTE
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }
      create: { to-bc: true }
      fields:
        - { bc: Document Type, constant: Quote }
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
      #--- mappings/OFFER.yaml
      mapping: OFFER
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: ignore, Won: take-in, Closed: ignore }
      create: { to-bc: true }
      fields:
        - { bc: Document Type, constant: Order }
        - { bc: Your Reference, sales: quotenumber }
      #--- mappings/QUOTE.yaml
      mapping: QUOTE
      tables: { bc: Sales Header, sales: quote }
      direction: to-bc
      states: { Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }
      create: { to-bc: true }
      fields:
        - { bc: Document Type, constant: Quote }
        - { bc: Your Reference, sales: quotenumber }
      """)
}
