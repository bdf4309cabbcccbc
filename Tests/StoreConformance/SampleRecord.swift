import MapRuntime

/// A record as the checks use it, on either side.
public struct SampleRecord<Place: SampleSide>: Hashable, Sendable {
  public var name: String?
  public var number: String?
  public var credit: DecimalValue?
  public var employees: Int64?
  public var type: OptionValue?
  public var since: DateTimeValue?
  /// In Sales only.
  public var parent: Lookup?
  public var owner: Lookup?

  public init(_ name: String?, number: String? = nil) {
    self.name = name
    self.number = number
  }

  /// As a store gives it back: BC has blanks where Sales has nothing.
  var asStored: SampleRecord {
    guard Place.side == .bc else { return self }
    var stored = self
    stored.name = name ?? ""
    stored.number = number ?? ""
    stored.credit = credit ?? .zero
    stored.employees = employees ?? 0
    stored.type = type ?? OptionValue(0)
    return stored
  }

  /// The table as both the store and the records know it.
  public static var description: TableDescription {
    let values = [
      FieldDescription("name", .text(length: 160), required: true),
      FieldDescription("accountnumber", .text(length: 20)),
      FieldDescription("creditlimit", .money),
      FieldDescription("numberofemployees", .bigInteger),
      FieldDescription(
        "customertypecode", .option,
        options: [.init("None", 0), .init("Customer", 3), .init("Vendor", 11)]),
      FieldDescription("since", .dateTime),
    ]
    guard Place.side == .sales else {
      return TableDescription(
        .bc, Place.table, key: [],
        fields: values + [FieldDescription("SystemModifiedAt", .dateTime, access: .read)])
    }
    return TableDescription(
      .sales, Place.table, key: ["accountid"],
      fields: [
        FieldDescription("accountid", .guid, access: .create, required: true, default: .system)
      ] + values + [
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
}

extension SampleRecord: TableRecord {
  public static var table: RecordTable {
    let values: [RecordTable.Column] = [
      .init("name", .text(length: 160)), .init("accountnumber", .text(length: 20)),
      .init("creditlimit", .money), .init("numberofemployees", .bigInteger),
      .init("customertypecode", .option), .init("since", .dateTime),
    ]
    return RecordTable(
      Place.side, Place.table,
      Place.side == .bc
        ? values : values + [.init("parentaccountid", .lookup), .init("ownerid", .lookup)])
  }
  public static var blank: SampleRecord { SampleRecord(nil) }

  public init(reading row: borrowing some RecordReader) {
    name = row.text(0)
    number = row.text(1)
    credit = row.decimal(2)
    employees = row.integer(3)
    type = row.option(4)
    since = row.dateTime(5)
    guard Place.side == .sales else { return }
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
    guard Place.side == .sales else { return }
    row.write(parent, 6)
    row.write(owner, 7)
  }

  public func changes(from other: SampleRecord) -> FieldSet {
    let before = RecordValues(of: other).values
    var changes = FieldSet()
    for (column, value) in RecordValues(of: self).values.enumerated() {
      changes.insert(column, if: value != before[column])
    }
    return changes
  }
}
