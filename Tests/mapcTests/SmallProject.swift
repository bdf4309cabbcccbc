/// A project of one mapping in a folder of its own.
struct SmallProject {
  let folder: TemporaryFolder

  init(
    fields: String = "  - { bc: Name, sales: name, empty: refuse }", more: String = "",
    direction: String = "to-sales"
  ) throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      project: example
      features:
        ownership: [person-ownership, team-ownership]
      defaults: { too-precise: round, because: both systems round }

      """, to: "mappings/project.yaml")
    try folder.write(
      """
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: City, type: text(30) }
        - { name: Rate, type: decimal(5) }

      """, to: "schemas/bc/Customer.yaml")
    try folder.write(
      """
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(160), required: true }
        - { name: city, type: text(80) }
        - { name: rate, type: decimal(2) }

      """, to: "schemas/sales/account.yaml")
    try folder.write(
      """
      mapping: CUSTOMER
      description: Customers and their accounts.
      tables: { bc: Customer, sales: account }
      direction: \(direction)
      if: person-ownership
      defaults: { empty: keep, because: nothing is taken away }
      \(more.isEmpty ? "" : more + "\n")fields:
      \(fields)

      """, to: "mappings/CUSTOMER.yaml")
  }

  /// Runs `mapc` in the project's folder.
  func mapc(_ arguments: String..., fileLimit: Int? = nil) throws -> MapcProcess {
    try MapcProcess(arguments, in: folder.root, fileLimit: fileLimit)
  }
}
