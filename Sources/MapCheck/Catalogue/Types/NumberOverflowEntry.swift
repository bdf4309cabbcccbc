extension FindingCatalogue {
  static let numberOverflow = FindingEntry(
    "number-overflow", .types,
    summary: "A number can be larger than the field that it goes to.",
    why:
      "An integer holds about two thousand million, a bigint nine million million million, and "
      + "nothing can be cut off a number that is larger: the record is refused. Say 'too-large: "
      + "refuse' where that is meant, limit the number in the filter, or map it to a field that "
      + "holds it.",
    wrong: counters(""), right: counters(", too-large: refuse"))

  private static func counters(_ answer: String) -> String {
    """
    #--- mappings/project.yaml
    project: example
    #--- schemas/bc/Item.yaml
    table: Item
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Views, type: bigint }
    #--- schemas/sales/product.yaml
    table: product
    key: [productid]
    fields:
      - { name: productid, type: guid, access: create, required: true, default: system }
      - { name: views, type: integer }
    #--- mappings/ITEM.yaml
    mapping: ITEM
    tables: { bc: Item, sales: product }
    direction: to-sales
    fields:
      - { bc: Views, sales: views\(answer) }
    """
  }
}
