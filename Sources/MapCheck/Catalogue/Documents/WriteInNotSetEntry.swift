extension FindingCatalogue {
  static let writeInNotSet = FindingEntry(
    "write-in-not-set", .documents,
    summary:
      "A line without a product goes to Business Central, and nothing says which product "
      + "stands for it.",
    why:
      "Every order with such a line would fail. Name the settings of the product's type and "
      + "number under 'write-in'.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      settings:
        write-in-type: { type: option, values: [Item] }
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
      #--- schemas/bc/Sales_Line.yaml
      table: Sales Line
      key: [Document No., Line No.]
      parent: { table: Sales Header, by: { No.: Document No. } }
      fields:
        - { name: Document No., type: code(20), required: true }
        - { name: Line No., type: integer, required: true, default: next-line }
        - { name: Type, type: option, values: { ' ': 0, Item: 1 } }
        - { name: No., type: code(20), refers-to: { by: Type, Item: Item } }
        - { name: Quantity, type: decimal(5) }
      #--- schemas/bc/Item.yaml
      table: Item
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Description, type: text(100) }
      #--- schemas/sales/salesorder.yaml
      table: salesorder
      key: [salesorderid]
      fields:
        - { name: salesorderid, type: guid, access: create, required: true, default: system }
        - { name: ordernumber, type: text(35) }
      #--- schemas/sales/salesorderdetail.yaml
      table: salesorderdetail
      key: [salesorderdetailid]
      parent: { table: salesorder, by: salesorderid }
      fields:
        - { name: salesorderdetailid, type: guid, access: create, required: true, default: system }
        - { name: salesorderid, type: lookup, refers-to: salesorder, required: true }
        - { name: productid, type: lookup, refers-to: product }
        - { name: quantity, type: decimal(5) }
      #--- schemas/sales/product.yaml
      table: product
      key: [productid]
      fields:
        - { name: productid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- mappings/ITEM.yaml
      mapping: ITEM
      tables: { bc: Item, sales: product }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Description, sales: name }
      #--- mappings/ORDER.yaml
      mapping: ORDER
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: ordernumber }
      #--- mappings/ORDER-LINE.yaml
      mapping: ORDER-LINE
      tables: { bc: Sales Line, sales: salesorderdetail }
      parent: ORDER
      direction: to-bc
      create: { to-bc: true }
      write-in: { when: { sales: { productid: empty } }, product: { Type: $write-in-type, No.: $write-in-number } }
      fields:
        - { bc: No., sales: productid, through: ITEM, uncoupled: refuse }
        - { bc: Quantity, sales: quantity }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      settings:
        write-in-type: { type: option, values: [Item] }
        write-in-number: { type: code(20), refers-to: { bc: Item } }
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
      #--- schemas/bc/Sales_Line.yaml
      table: Sales Line
      key: [Document No., Line No.]
      parent: { table: Sales Header, by: { No.: Document No. } }
      fields:
        - { name: Document No., type: code(20), required: true }
        - { name: Line No., type: integer, required: true, default: next-line }
        - { name: Type, type: option, values: { ' ': 0, Item: 1 } }
        - { name: No., type: code(20), refers-to: { by: Type, Item: Item } }
        - { name: Quantity, type: decimal(5) }
      #--- schemas/bc/Item.yaml
      table: Item
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Description, type: text(100) }
      #--- schemas/sales/salesorder.yaml
      table: salesorder
      key: [salesorderid]
      fields:
        - { name: salesorderid, type: guid, access: create, required: true, default: system }
        - { name: ordernumber, type: text(35) }
      #--- schemas/sales/salesorderdetail.yaml
      table: salesorderdetail
      key: [salesorderdetailid]
      parent: { table: salesorder, by: salesorderid }
      fields:
        - { name: salesorderdetailid, type: guid, access: create, required: true, default: system }
        - { name: salesorderid, type: lookup, refers-to: salesorder, required: true }
        - { name: productid, type: lookup, refers-to: product }
        - { name: quantity, type: decimal(5) }
      #--- schemas/sales/product.yaml
      table: product
      key: [productid]
      fields:
        - { name: productid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- mappings/ITEM.yaml
      mapping: ITEM
      tables: { bc: Item, sales: product }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Description, sales: name }
      #--- mappings/ORDER.yaml
      mapping: ORDER
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      create: { to-bc: true }
      fields:
        - { bc: Your Reference, sales: ordernumber }
      #--- mappings/ORDER-LINE.yaml
      mapping: ORDER-LINE
      tables: { bc: Sales Line, sales: salesorderdetail }
      parent: ORDER
      direction: to-bc
      create: { to-bc: true }
      write-in: { when: { sales: { productid: empty } }, product: { Type: $write-in-type, No.: $write-in-number } }
      fields:
        - { bc: No., sales: productid, through: ITEM, uncoupled: refuse }
        - { bc: Quantity, sales: quantity }
      """)
}
