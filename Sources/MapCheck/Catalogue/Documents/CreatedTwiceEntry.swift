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
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
      #--- schemas/sales/salesorder.yaml
      table: salesorder
      key: [salesorderid]
      states:
        field: statecode
        status: statuscode
        values:
          Active: { value: 0, statuses: { New: 1 }, next: [Submitted] }
          Submitted: { value: 1, statuses: { In Progress: 3 } }
      fields:
        - { name: salesorderid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(35) }
      #--- mappings/ORDER.yaml
      mapping: ORDER
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      states: { Active: ignore, Submitted: take-in }
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: name }
      #--- mappings/SECOND.yaml
      mapping: SECOND
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      states: { Active: take-in, Submitted: take-in }
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: name }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
      #--- schemas/sales/salesorder.yaml
      table: salesorder
      key: [salesorderid]
      states:
        field: statecode
        status: statuscode
        values:
          Active: { value: 0, statuses: { New: 1 }, next: [Submitted] }
          Submitted: { value: 1, statuses: { In Progress: 3 } }
      fields:
        - { name: salesorderid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(35) }
      #--- mappings/ORDER.yaml
      mapping: ORDER
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      states: { Active: ignore, Submitted: take-in }
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: name }
      #--- mappings/SECOND.yaml
      mapping: SECOND
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      states: { Active: take-in, Submitted: ignore }
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: name }
      """)
}
