import Testing

@testable import MapImport

@Suite("Relations of AL as references")
struct TableRelationTests {
  private static let keys = [
    "Customer": ["No."], "Payment Terms": ["Code"],
    "Item Unit of Measure": ["Item No.", "Code"], "Sales Header": ["Document Type", "No."],
  ]
  private static let options = [
    "Type": ["Item", "Resource", " "].enumerated().map {
      SystemField.Option(name: $1, value: Int32($0))
    }
  ]

  private func reference(_ text: String) -> String? {
    var field = SystemField(name: "a", kind: .code(length: 20))
    field.reference = TableRelation(text, keys: Self.keys, options: Self.options).reference
    return TableFileText.reference(field)
  }

  @Test(
    "what table files can say is said",
    arguments: [
      ("Customer", "Customer"), ("\"Payment Terms\"", "Payment Terms"),
      ("Customer.\"No.\"", "Customer"), ("\"G/L Account\"", "G/L Account"),
      (
        "\"Item Unit of Measure\".Code where (\"Item No.\" = field(\"No.\"))",
        "{ Item Unit of Measure: { Item No.: No. } }"
      ),
      (
        "if (Type = const(Item)) Customer else if (Type=const(Resource)) \"Payment Terms\"",
        "{ by: Type, Item: Customer, Resource: Payment Terms }"
      ),
      ("if (Type = const(\" \")) Customer", "{ by: Type, ' ': Customer }"),
    ])
  func said(relation: String, reference: String) {
    #expect(self.reference(relation) == reference)
  }

  @Test(
    "of any other there is no reference",
    arguments: [
      "", "\"Sales Header\".\"No.\"", "Customer.Name",
      "Customer where (Blocked = const(All))",
      "\"Sales Header\".\"No.\" where (\"Document Type\" = const(Order))",
      "if (Type = const(Item)) Customer else Vendor", "if (Type = const(Nothing)) Customer",
      "if (Type = const(Item), Blocked = const(All)) Customer", "if (", "Customer where (",
      "\"Customer", "if (Type = const(Item)) Customer else if (Type = const(Item)) Vendor",
    ])
  func notSaid(relation: String) {
    #expect(reference(relation) == nil)
  }
}
