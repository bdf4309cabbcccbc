/// One-way mappings with fifteen field maps each. Those of a table pair have filters that keep
/// them apart; each refers to records of two other pairs, through one of their mappings.
struct PlainProject {
  let names: CorpusNames
  let size: CorpusSize

  var files: [CorpusFile] {
    let project = """
      project: corpus
      defaults: { schedule: { every: 30m, sleep: 12h } }

      """
    return [CorpusFile(path: "mappings/project.yaml", text: project)]
      + (0..<size.pairs).flatMap { pair in
        PairTables(
          names: names, size: size, pair: pair, referred: size.references(of: pair)
        ).files
          + size.mappings(of: pair).map { mapping(pair, $0) }
      }
  }

  private func mapping(_ pair: Int, _ number: Int) -> CorpusFile {
    let name = names.mapping(pair, number)
    let kind = names.kind(number)
    var text = """
      # yaml-language-server: $schema=../schemas/mapping.schema.json
      mapping: \(name)
      description: Records of kind \(kind) in \(names.bcTable(pair)) and their rows in Sales.
      tables: { bc: \(names.bcTable(pair)), sales: \(names.salesTable(pair)) }
      direction: to-sales
      filter:
        bc: { Kind: \(kind) }
        sales: { bench_kind: \(kind) }
      outside-filter: follow
      create: { to-sales: true }
      match: { groups: [[name, address1_postalcode]], unmatched: create }
      fields:                                # in this order

      """
    for (place, field) in CorpusField.shared.enumerated() {
      if place == 7 { text += references(pair, number) }
      text += "  - { bc: \(field.bc), sales: \(field.sales)\(field.map) }\n"
    }
    text += "  - { sales: bench_kind, constant: \(kind) }\n"
    return CorpusFile(path: "mappings/\(name).yaml", text: text)
  }

  private func references(_ pair: Int, _ mapping: Int) -> String {
    PairTables.references.enumerated().map { number, field in
      var through = ""
      if let pairs = size.references(of: pair) {
        let referred = size.referred(from: mapping, in: pairs[number], by: number)
        through = ", through: \(names.mapping(pairs[number], referred)), uncoupled: wait"
      }
      return "  - { bc: \(field.bc), sales: \(field.sales)\(through) }\n"
    }.joined()
  }
}
