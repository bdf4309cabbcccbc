import MapRuntime

/// The customer or else the vendor behind a company contact (R B-28, C-35).
enum Partner {
  /// The number of the partner of a company contact.
  static func of(company: Value, in session: WriteSession) throws -> Value {
    guard !company.isEmpty, let table = session.schema[BusinessRelation.table],
      let link = table.column("Link to Table"), let number = table.column("No.")
    else { return .empty }
    let relations = try session.find(BusinessRelation.table, ["Contact No.": company])
      .compactMap { try session.values(of: table, $0) }
    let first = relations.min {
      ($0[link].option?.rawValue ?? 9) < ($1[link].option?.rawValue ?? 9)
    }
    return first?[number] ?? .empty
  }

  /// The company contact of a partner's number, customers first.
  static func company(of partner: Value, in session: WriteSession) throws -> Value? {
    guard let table = session.schema[BusinessRelation.table],
      let column = table.column("Contact No.")
    else { return nil }
    for link: Int32 in [1, 2] {
      let found = try session.find(
        BusinessRelation.table, ["Link to Table": .option(OptionValue(link)), "No.": partner])
      if let first = found.first { return try session.values(of: table, first)?[column] }
    }
    return nil
  }
}
