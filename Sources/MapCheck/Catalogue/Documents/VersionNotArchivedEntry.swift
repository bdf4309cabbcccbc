extension FindingCatalogue {
  static let versionNotArchived = FindingEntry(
    "version-not-archived", .documents,
    summary: "A new version of a quote replaces the old one, which is not archived.",
    why:
      "What people did with the old quote in Business Central would be lost. Write 'then: "
      + "[archive, replace]'.",
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
      states: { Draft: ignore, Active: take-in, Won: ignore, Closed: ignore }
      versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [replace] }
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
      versions: { same: quotenumber, number: revisionnumber, earlier: Closed/Revised, then: [archive, replace] }
      fields:
        - { bc: Your Reference, sales: quotenumber }
      """)
}
