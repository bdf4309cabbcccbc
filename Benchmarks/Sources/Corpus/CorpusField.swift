/// A field that both tables of a pair have.
struct CorpusField {
  let bc: String
  let bcType: String
  let sales: String
  let salesType: String
  /// What a field map says besides the two names.
  var map = ""
  /// Its type in Protocol Buffers.
  var message = "string"

  /// Fields of every pair that a mapping copies or converts; the texts fit both ways.
  static let shared = [
    CorpusField(
      bc: "Name", bcType: "text(100)", sales: "name", salesType: "text(100), required: true",
      map: ", empty: refuse"),
    CorpusField(
      bc: "Address", bcType: "text(100)", sales: "address1_line1", salesType: "text(100)"),
    CorpusField(
      bc: "Post Code", bcType: "code(20)", sales: "address1_postalcode", salesType: "text(20)"),
    CorpusField(bc: "City", bcType: "text(30)", sales: "address1_city", salesType: "text(30)"),
    CorpusField(
      bc: "Country/Region Code", bcType: "code(10)", sales: "address1_country",
      salesType: "text(10)", map: ", validate: false"),
    CorpusField(bc: "E-Mail", bcType: "text(80)", sales: "emailaddress1", salesType: "text(80)"),
    CorpusField(bc: "Phone No.", bcType: "text(30)", sales: "telephone1", salesType: "text(30)"),
    CorpusField(
      bc: "Amount", bcType: "decimal(2)", sales: "amount", salesType: "decimal(2)",
      message: "double"),
    CorpusField(
      bc: "Quantity", bcType: "decimal(5)", sales: "quantity", salesType: "decimal(5)",
      message: "double"),
    CorpusField(
      bc: "Posting Date", bcType: "date", sales: "postingdate", salesType: "date",
      message: "int32"),
    CorpusField(
      bc: "Blocked", bcType: "boolean", sales: "statecode",
      salesType: "option, values: { Active: 0, Inactive: 1 }, required: true, default: Active",
      map: ", values: { 'false': Active, 'true': Inactive }", message: "bool"),
    CorpusField(
      bc: "Remark", bcType: "text(250)", sales: "description", salesType: "text(250)"),
  ]
}
