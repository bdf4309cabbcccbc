/// Two-way maps, features, variants and documents. Of every three table pairs one holds master
/// records, one documents with states and one the documents' lines.
struct RichProject {
  let names: CorpusNames
  let size: CorpusSize

  var files: [CorpusFile] {
    let project = """
      project: corpus
      features:
        ownership: [person-ownership, team-ownership]
        units: [unit-groups, single-units]
        orders: [one-way-orders, both-way-orders]
      settings:
        take-in: { type: boolean, default: false }
      defaults: { schedule: { every: 30m, sleep: 12h } }

      """
    return [CorpusFile(path: "mappings/project.yaml", text: project)]
      + (0..<size.pairs).flatMap { pair in
        tables(pair) + size.mappings(of: pair).map { mapping(pair, $0) }
      }
  }

  private func tables(_ pair: Int) -> [CorpusFile] {
    switch RichRole(pair: pair, of: size.pairs) {
    case .master:
      PairTables(names: names, size: size, pair: pair, referred: referred(by: pair)).files
    case .document: DocumentTables(names: names, size: size, pair: pair).header
    case .line: DocumentTables(names: names, size: size, pair: pair - 1).lines
    }
  }

  /// The pairs of master records that a pair of master records refers to.
  private func referred(by pair: Int) -> [Int]? {
    size.references(of: pair)?.map { $0 - $0 % 3 }
  }

  private func through(_ pair: Int, _ number: Int, _ reference: Int) -> String {
    guard let other = referred(by: pair)?[reference] else { return "" }
    let mapping = size.referred(from: number, in: other, by: reference)
    return "through: \(names.mapping(other, mapping)), uncoupled: wait, "
  }

  private func mapping(_ pair: Int, _ number: Int) -> CorpusFile {
    let name = names.mapping(pair, number)
    let text =
      switch RichRole(pair: pair, of: size.pairs) {
      case .master: master(pair, number)
      case .document: document(pair, number)
      case .line: line(pair, number)
      }
    return CorpusFile(path: "mappings/\(name).yaml", text: text)
  }

  private func heading(_ pair: Int, _ number: Int) -> String {
    """
    # yaml-language-server: $schema=../schemas/mapping.schema.json
    mapping: \(names.mapping(pair, number))
    description: Records of kind \(names.kind(number)) in \(names.bcTable(pair)).
    tables: { bc: \(names.bcTable(pair)), sales: \(names.salesTable(pair)) }

    """
  }

  private func master(_ pair: Int, _ number: Int) -> String {
    let kind = names.kind(number)
    var text =
      heading(pair, number) + """
        direction: both
        filter:
          bc: { Kind: \(kind) }
          sales: { bench_kind: \(kind) }
        outside-filter: follow
        create: { to-sales: true, to-bc: true }
        conflict: { update: refuse, delete: refuse }
        fields:

        """
    for field in CorpusField.shared {
      text += "  - { bc: \(field.bc), sales: \(field.sales)\(field.map) }\n"
    }
    text += """
        - { bc: Account No., sales: bench_accountid, \(through(pair, number, 0))if: person-ownership }
        - { bc: Group Code, sales: bench_groupid, \(through(pair, number, 1))direction: to-sales, if: unit-groups }
        - { bc: Kind, sales: bench_kind }
      variants:
        - if: team-ownership
          set: { conflict: { update: bc-wins } }

      """
    return text + test(kind)
  }

  private func document(_ pair: Int, _ number: Int) -> String {
    let kind = names.kind(number)
    let customer = names.mapping(pair - 1, number)
    var text =
      heading(pair, number) + """
        direction: to-bc
        filter: { bc: { Kind: \(kind) }, sales: { bench_kind: \(kind) } }
        scope: all
        states: { Active: ignore, Submitted: take-in, Canceled: ignore }
        create: { to-bc: { enabled-by: take-in } }
        fields:
          - { bc: Kind, constant: \(kind) }
          - { bc: Account No., sales: bench_accountid, through: \(customer), uncoupled: refuse }

        """
    for field in CorpusField.shared where field.sales != "statecode" {
      text += "  - { bc: \(field.bc), sales: \(field.sales)\(field.map) }\n"
    }
    text += """
        - together: any-filled
          fields:
            - { bc: Ship-to Address, sales: shipto_line1, if: one-way-orders }
            - { bc: Ship-to City, sales: shipto_city, if: one-way-orders }

      """
    return text
  }

  private func line(_ pair: Int, _ number: Int) -> String {
    var text =
      heading(pair, number) + """
        parent: \(names.mapping(pair - 1, number))
        direction: to-bc
        create: { to-bc: true }
        fields:

        """
    for field in CorpusField.shared where field.sales != "statecode" {
      text += "  - { bc: \(field.bc), sales: \(field.sales)\(field.map) }\n"
    }
    return text + """
        - { bc: Unit Code, sales: unitcode, if: unit-groups }
        - { bc: Unit Price, sales: unitprice }
        - { bc: Line Discount, sales: linediscount, transform: at-least-zero }
        - { bc: Lot No., sales: lotnumber, if: both-way-orders }

      """
  }

  private func test(_ kind: String) -> String {
    """
    tests:
      - name: a record with its address and amount
        direction: to-sales
        bc:    { No.: '10000', Kind: \(kind), Name: Adatum, City: Oslo, Country/Region Code: 'NO', Amount: 12.5 }
        sales: { name: Adatum, address1_city: Oslo, address1_country: 'NO', amount: 12.5 }

    """
  }
}
