import MapEmit

/// A few mappings with every kind of edge, as the renderers' tests use them.
enum GraphSample {
  static let document = GraphDocument(
    features: ["person-ownership", "unit-groups"],
    nodes: [
      node(
        "CURRENCY", bc: "Currency", sales: "transactioncurrency", direction: "to-sales", wave: 0),
      node(
        "SALESPEOPLE", bc: "Salesperson/Purchaser", sales: "systemuser", direction: "to-bc", wave: 0
      ),
      node(
        "CUSTOMER", bc: "Customer", sales: "account", wave: 1,
        needs: [
          GraphNeed(
            mapping: "CONTACT", reason: .through, isSoft: true, fields: ["primarycontactid"],
            reasons: [
              reason("primarycontactid", "field Primary Contact No. / primarycontactid", line: 33)
            ]),
          GraphNeed(
            mapping: "CURRENCY", reason: .through, fields: ["transactioncurrencyid"],
            reasons: [
              reason(
                "transactioncurrencyid", "field Currency Code / transactioncurrencyid", line: 24)
            ]),
          GraphNeed(
            mapping: "SALESPEOPLE", reason: .through, fields: ["ownerid", "createdby"],
            reasons: [
              reason("ownerid", "field Salesperson Code / ownerid", line: 15),
              reason("createdby", "field Creator / createdby", line: 16),
            ]),
        ]),
      node(
        "CONTACT", bc: "Contact", sales: "contact", wave: 2,
        needs: [
          GraphNeed(
            mapping: "CUSTOMER", reason: .through, fields: ["parentcustomerid"],
            reasons: [
              reason("parentcustomerid", "field Business Partner / parentcustomerid", line: 14)
            ])
        ]),
      node(
        "STATISTICS", bc: "Customer", sales: "nav_accountstatistics", direction: "to-sales",
        wave: 2,
        needs: [
          GraphNeed(
            mapping: "CUSTOMER", reason: .declared,
            reasons: [reason(nil, "requires says so, because it writes there", line: 8)])
        ]),
    ])

  static func node(
    _ name: String, bc: String, sales: String, direction: String = "both", wave: Int,
    needs: [GraphNeed] = []
  ) -> GraphNode {
    GraphNode(
      name: name, bc: bc, sales: sales, direction: direction, description: "Records of \(bc).",
      place: GraphPlace(file: "mappings/\(name).yaml", line: 2), wave: wave, needs: needs)
  }

  static func reason(_ field: String?, _ words: String, line: Int) -> GraphReason {
    GraphReason(
      field: field, words: words, place: GraphPlace(file: "mappings/CUSTOMER.yaml", line: line))
  }
}
