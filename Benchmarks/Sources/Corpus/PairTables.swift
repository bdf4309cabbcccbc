/// The two tables of a pair.
struct PairTables {
  let names: CorpusNames
  let size: CorpusSize
  let pair: Int
  /// The pairs that `references` point at; nil where they are plain texts.
  let referred: [Int]?

  /// Fields that refer to other pairs: `reference` 0 and 1.
  static let references = [
    (bc: "Account No.", sales: "bench_accountid"), (bc: "Group Code", sales: "bench_groupid"),
  ]

  var files: [CorpusFile] {
    [
      CorpusFile(
        path: "schemas/bc/" + CorpusNames.file(ofTable: names.bcTable(pair)), text: bc),
      CorpusFile(
        path: "schemas/sales/" + CorpusNames.file(ofTable: names.salesTable(pair)), text: sales),
    ]
  }

  private var bc: String {
    var text = """
      table: \(names.bcTable(pair))
      number: \(50000 + pair)
      key: [No.]
      odata: { set: bench\(pair), id: id, modified: lastModifiedDateTime }
      fields:
        - { name: No., type: code(20), required: true, default: number-series, odata: number }
        - { name: Kind, type: \(names.kindType(size.kinds)) }

      """
    for field in CorpusField.shared {
      text += "  - { name: \(field.bc), type: \(field.bcType) }\n"
    }
    for (number, field) in Self.references.enumerated() {
      let refers = referred.map { ", refers-to: \(names.bcTable($0[number]))" }
      text += "  - { name: \(field.bc), type: code(20)\(refers ?? "") }\n"
    }
    return text + """
        - { name: Name 2, type: text(50) }
        - { name: County, type: text(30) }
        - { name: Home Page, type: text(255) }
        - { name: Fax No., type: text(30) }
        - { name: Balance (LCY), type: decimal(2), access: read }
        - { name: SystemId, type: guid, access: read, required: true, default: system, odata: id }
        - { name: SystemCreatedAt, type: datetime, access: read, required: true, default: system }
        - { name: SystemModifiedAt, type: datetime, access: read, required: true, default: system }

      """
  }

  private var sales: String {
    let table = names.salesTable(pair)
    var text = """
      table: \(table)
      key: [\(table)id]
      roles: { modified-by: modifiedby }
      odata: { set: \(table)s, id: \(table)id, modified: modifiedon }
      fields:
        - { name: \(table)id, type: guid, access: create, required: true, default: system }
        - { name: bench_kind, type: \(names.kindType(size.kinds)) }

      """
    for field in CorpusField.shared {
      text += "  - { name: \(field.sales), type: \(field.salesType) }\n"
    }
    for (number, field) in Self.references.enumerated() {
      let type =
        referred.map {
          "lookup, refers-to: { \(names.salesTable($0[number])): \(field.sales) }"
        } ?? "text(20)"
      text += "  - { name: \(field.sales), type: \(type) }\n"
    }
    return text + """
        - { name: statuscode, type: option, values: { Active: 1, Inactive: 2 } }
        - { name: websiteurl, type: text(200) }
        - { name: fax, type: text(50) }
        - { name: createdon, type: datetime, access: read }
        - { name: modifiedon, type: datetime, access: read }
        - { name: modifiedby, type: lookup, refers-to: { systemuser: modifiedby }, access: read }
        - { name: versionnumber, type: bigint, access: read }

      """
  }
}
