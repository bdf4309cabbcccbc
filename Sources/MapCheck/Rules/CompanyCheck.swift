import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of a mapping that asks for its company's records, in a table that tells none.
enum CompanyCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    let table = context.table(mapping, .sales)
    guard let company = mapping.origin.company, company.value == .own, table.isComplete,
      table.roles.company == nil
    else { return [] }
    return [
      Finding(
        "invalid-value", "'\(table.name.value)' does not tell the company of a record",
        at: company.span, notes: [Finding.Note("the table is described here", at: table.name.span)],
        help: "say 'roles: { company: FIELD }' in its file, or 'company: any'")
    ]
  }
}
