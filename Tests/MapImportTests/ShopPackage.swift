import MapSource

/// A small package with all that tables are made of, and an extension of it.
enum ShopPackage {
  static let base = """
    { "RuntimeVersion": "13.0", "Namespaces": [{ "Name": "Microsoft", "Namespaces": [
      { "Name": "Sales", "Tables": [
        { "Id": 18, "Name": "Customer", "Fields": [
          { "Id": 1, "Name": "No.", "TypeDefinition": { "Name": "Code[20]" },
            "Properties": [{ "Name": "Caption", "Value": "No." }] },
          { "Id": 2, "Name": "Name", "TypeDefinition": { "Name": "Text[100]" } },
          { "Id": 20, "Name": "Credit Limit (LCY)", "TypeDefinition": { "Name": "Decimal" } },
          { "Id": 21, "Name": "Weight", "TypeDefinition": { "Name": "Decimal" },
            "Properties": [{ "Name": "DecimalPlaces", "Value": "0:3" }] },
          { "Id": 27, "Name": "Payment Terms Code", "TypeDefinition": { "Name": "Code[10]" },
            "Properties": [{ "Name": "TableRelation", "Value": "\\"Payment Terms\\"" }] },
          { "Id": 39, "Name": "Blocked", "TypeDefinition": { "Name": "Enum",
            "Subtype": { "Name": "Customer Blocked" } } },
          { "Id": 40, "Name": "Priority", "TypeDefinition": { "Name": "Option" },
            "Properties": [{ "Name": "OptionMembers", "Value": " ,Low,\\"Very High\\"" }] },
          { "Id": 55, "Name": "Date Filter", "TypeDefinition": { "Name": "Date" },
            "Properties": [{ "Name": "FieldClass", "Value": "FlowFilter" }] },
          { "Id": 58, "Name": "Balance", "TypeDefinition": { "Name": "Decimal" },
            "Properties": [{ "Name": "FieldClass", "Value": "FlowField" }] },
          { "Id": 89, "Name": "Picture", "TypeDefinition": { "Name": "Media" } },
          { "Id": 90, "Name": "Old", "TypeDefinition": { "Name": "Integer" },
            "Properties": [{ "Name": "ObsoleteState", "Value": "Removed" }] },
          { "Id": 91, "Name": "Modified", "TypeDefinition": { "Name": "DateTime" } },
          { "Id": 92, "Name": "Other Enum", "TypeDefinition": { "Name": "Enum",
            "Subtype": { "Name": "Of Another Package" } } }
        ], "Keys": [{ "Name": "Key1", "FieldNames": ["No."] },
          { "Name": "Key2", "FieldNames": ["Name"] }] },
        { "Id": 99, "Name": "Buffer", "Fields": [
          { "Id": 1, "Name": "No.", "TypeDefinition": { "Name": "Integer" } }],
          "Keys": [{ "FieldNames": ["No."] }],
          "Properties": [{ "Name": "TableType", "Value": "Temporary" }] }
      ], "EnumTypes": [{ "Id": 5, "Name": "Customer Blocked", "Values": [
        { "Name": " " }, { "Name": "Ship", "Ordinal": 1 }, { "Name": "All", "Ordinal": 3 }] }] }
    ] }],
    "Tables": [{ "Id": 3, "Name": "Payment Terms", "Fields": [
      { "Id": 1, "Name": "Code", "TypeDefinition": { "Name": "Code[10]" },
        "Properties": [{ "Name": "NotBlank", "Value": "1" }] }],
      "Keys": [{ "FieldNames": ["Code"] }] }] }
    """

  static let addition = """
    { "Tables": [], "TableExtensions": [
      { "Id": 50100, "Name": "Shop Customer", "TargetObject": "Customer", "Fields": [
        { "Id": 50100, "Name": "Loyalty Points", "TypeDefinition": { "Name": "Integer" } }] },
      { "Id": 50101, "Name": "Shop Item", "TargetObject": "Item", "Fields": [
        { "Id": 50100, "Name": "Shelf", "TypeDefinition": { "Name": "Code[10]" } }] }],
      "EnumExtensionTypes": [{ "Name": "More", "TargetObject": "Customer Blocked",
        "Values": [{ "Name": "Review", "Ordinal": 50100 }] }] }
    """

  static func file(_ symbols: String, path: String = "Shop.app") -> SourceFile {
    SourceFile(path: path, bytes: ZipWriter.package(entries(symbols)))
  }

  /// As AL packs: with a mark at the symbols' start, among other files.
  static func entries(_ symbols: String) -> [ZipWriter.Entry] {
    [
      ZipWriter.Entry("NavxManifest.xml", "<Package/>"),
      ZipWriter.Entry("src/Table.al", "table 50100 Shelf {}"),
      ZipWriter.Entry("SymbolReference.json", "\u{FEFF}" + symbols),
    ]
  }
}
