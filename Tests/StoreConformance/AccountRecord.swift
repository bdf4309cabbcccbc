import MapRuntime

/// An account as the checks use it.
public struct AccountRecord: Hashable, Sendable {
  public var name: String?
  public var number: String?
  public var credit: DecimalValue?
  public var employees: Int64?
  public var type: OptionValue?
  public var since: DateTimeValue?
  public var parent: Lookup?
  public var owner: Lookup?

  public init(_ name: String?, number: String? = nil) {
    self.name = name
    self.number = number
  }

  /// The table as both the store and the records know it.
  public static let description = TableDescription(
    .sales, "account", key: ["accountid"],
    fields: [
      FieldDescription("accountid", .guid, access: .create, required: true, default: .system),
      FieldDescription("name", .text(length: 160), required: true),
      FieldDescription("accountnumber", .text(length: 20)),
      FieldDescription("creditlimit", .money),
      FieldDescription("numberofemployees", .integer),
      FieldDescription(
        "customertypecode", .option, options: [.init("Customer", 3), .init("Vendor", 11)]),
      FieldDescription("since", .dateTime),
      FieldDescription(
        "parentaccountid", .lookup, refersTo: [ReferenceDescription("account")]),
      FieldDescription(
        "ownerid", .lookup,
        refersTo: [ReferenceDescription("systemuser"), ReferenceDescription("team")]),
      FieldDescription(
        "bcbi_companyid", .lookup, refersTo: [ReferenceDescription("bcbi_company")]),
      FieldDescription("modifiedon", .dateTime, access: .read),
    ], roles: TableRoleFields(company: "bcbi_companyid", owner: "ownerid"))
}

extension AccountRecord: TableRecord {
  public static let table = RecordTable(
    .sales, "account",
    [
      .init("name", .text(length: 160)), .init("accountnumber", .text(length: 20)),
      .init("creditlimit", .money), .init("numberofemployees", .integer),
      .init("customertypecode", .option), .init("since", .dateTime),
      .init("parentaccountid", .lookup), .init("ownerid", .lookup),
    ])
  public static let blank = AccountRecord(nil)

  public init(reading row: borrowing some RecordReader) {
    name = row.text(0)
    number = row.text(1)
    credit = row.decimal(2)
    employees = row.integer(3)
    type = row.option(4)
    since = row.dateTime(5)
    parent = row.lookup(6)
    owner = row.lookup(7)
  }

  public func write(to row: inout some RecordWriter) {
    row.write(name, 0)
    row.write(number, 1)
    row.write(credit, 2)
    row.write(employees, 3)
    row.write(type, 4)
    row.write(since, 5)
    row.write(parent, 6)
    row.write(owner, 7)
  }

  public func changes(from other: AccountRecord) -> FieldSet {
    let before = RecordValues(of: other).values
    var changes = FieldSet()
    for (column, value) in RecordValues(of: self).values.enumerated() {
      changes.insert(column, if: value != before[column])
    }
    return changes
  }
}
