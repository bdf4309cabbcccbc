extension FindingCatalogue {
  static let precisionLoss = FindingEntry(
    "precision-loss", .types,
    summary: "A number can have more decimal places than the field that it goes to.",
    why: "Say 'too-precise: round' or 'refuse'.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Item.yaml
      table: Item
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Unit Price, type: decimal(5) }
      #--- schemas/sales/product.yaml
      table: product
      key: [productid]
      fields:
        - { name: productid, type: guid, access: create, required: true, default: system }
        - { name: price, type: decimal(2) }
      #--- mappings/ITEM.yaml
      mapping: ITEM
      tables: { bc: Item, sales: product }
      direction: to-sales
      fields:
        - { bc: Unit Price, sales: price }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Item.yaml
      table: Item
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Unit Price, type: decimal(5) }
      #--- schemas/sales/product.yaml
      table: product
      key: [productid]
      fields:
        - { name: productid, type: guid, access: create, required: true, default: system }
        - { name: price, type: decimal(2) }
      #--- mappings/ITEM.yaml
      mapping: ITEM
      tables: { bc: Item, sales: product }
      direction: to-sales
      fields:
        - { bc: Unit Price, sales: price, too-precise: round }
      """)
}
