/// The tables of documents and, one pair on, of their lines.
struct DocumentTables {
  let names: CorpusNames
  let size: CorpusSize
  /// The pair of the documents.
  let pair: Int

  var header: [CorpusFile] {
    let table = names.salesTable(pair)
    let bc = """
      table: \(names.bcTable(pair))
      number: \(50000 + pair)
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Kind, type: \(names.kindType(size.kinds)) }
        - { name: Account No., type: code(20), refers-to: \(names.bcTable(pair - 1)) }
        - { name: Ship-to Address, type: text(100) }
        - { name: Ship-to City, type: text(30) }
      \(shared { "name: \($0.bc), type: \($0.bcType)" })
      """
    let sales = """
      table: \(table)
      key: [\(table)id]
      states:
        field: statecode
        status: statuscode
        values:
          Active:    { value: 0, statuses: { New: 1 }, next: [Submitted, Canceled] }
          Submitted: { value: 1, statuses: { In Progress: 3 }, next: [Active, Canceled], locked: true }
          Canceled:  { value: 2, statuses: { No Money: 4 }, next: [Active], locked: true }
      fields:
        - { name: \(table)id, type: guid, access: create, required: true, default: system }
        - { name: bench_kind, type: \(names.kindType(size.kinds)) }
        - { name: bench_accountid, type: lookup, refers-to: { \(names.salesTable(pair - 1)): bench_accountid } }
        - { name: shipto_line1, type: text(100) }
        - { name: shipto_city, type: text(30) }
      \(shared { $0.sales == "statecode" ? nil : "name: \($0.sales), type: \($0.salesType)" })
      """
    return files(pair, bc, sales)
  }

  var lines: [CorpusFile] {
    let table = names.salesTable(pair + 1)
    let header = names.salesTable(pair)
    let bc = """
      table: \(names.bcTable(pair + 1))
      number: \(50001 + pair)
      key: [Document No., Line No.]
      parent: { table: \(names.bcTable(pair)), by: { No.: Document No. } }
      fields:
        - { name: Document No., type: code(20), refers-to: \(names.bcTable(pair)), required: true }
        - { name: Line No., type: integer, required: true, default: next-line }
        - { name: Unit Code, type: code(10) }
        - { name: Unit Price, type: decimal(2) }
        - { name: Line Discount, type: decimal(2) }
        - { name: Lot No., type: code(50) }
      \(shared { "name: \($0.bc), type: \($0.bcType)" })
      """
    let sales = """
      table: \(table)
      key: [\(table)id]
      parent: { table: \(header), by: \(header)id }
      fields:
        - { name: \(table)id, type: guid, access: create, required: true, default: system }
        - { name: \(header)id, type: lookup, refers-to: { \(header): \(header)id }, required: true }
        - { name: unitcode, type: text(10) }
        - { name: unitprice, type: decimal(2) }
        - { name: linediscount, type: decimal(2) }
        - { name: lotnumber, type: text(50) }
      \(shared { "name: \($0.sales), type: \($0.salesType)" })
      """
    return files(pair + 1, bc, sales)
  }

  private func shared(_ keys: (CorpusField) -> String?) -> String {
    CorpusField.shared.compactMap(keys).map { "  - { \($0) }\n" }.joined()
  }

  private func files(_ pair: Int, _ bc: String, _ sales: String) -> [CorpusFile] {
    [
      CorpusFile(
        path: "schemas/bc/" + CorpusNames.file(ofTable: names.bcTable(pair)), text: bc),
      CorpusFile(
        path: "schemas/sales/" + CorpusNames.file(ofTable: names.salesTable(pair)), text: sales),
    ]
  }
}
