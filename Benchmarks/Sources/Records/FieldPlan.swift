import MapRuntime

/// The mapping as data: from which field into which, and how.
enum FieldPlan {
  static let steps: [(source: String, target: String, step: FieldStep)] = [
    ("No.", "number", .copy), ("Name", "name", .cut(60)), ("Name 2", "name2", .copy),
    ("Address", "address", .copy), ("City", "city", .upper), ("Post Code", "postalcode", .copy),
    ("Country Code", "country", .copy), ("Phone No.", "telephone", .copy),
    ("Amount", "amount", .copy), ("Quantity", "quantity", .round(2)),
    ("Priority", "priority", .copy), ("Posting Date", "postingdate", .copy),
    ("Blocked", "statecode", .option([0: 0, 1: 0, 2: 1])), ("Sequence", "sequence", .text),
    ("Salesperson Code", "ownerid", .reference),
  ]
}
