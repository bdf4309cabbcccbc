import MapRuntime
import MapSync

/// What the setup names for documents and Business Central does not have: the product of lines without
/// one, the account of freight (R E-22, E-33). Asked before a document is written, so that the message
/// names the setting and not a document that is not there.
struct LackingRecords<Way: OneWay, Lines: OneWay> {
  /// What is lacking, each as the end of a sentence; nil where it is there, or nothing names it.
  struct Found {
    var writeInProduct: String?
    var account: String?
  }

  private let part: HeaderPart<Way, Lines>
  private let values: RunValues

  init(_ part: HeaderPart<Way, Lines>, _ values: RunValues) {
    self.part = part
    self.values = values
  }

  private var integration: Integration { part.lines.integration }

  func find() async throws(StoreFailure) -> Found {
    var found = Found()
    guard Way.direction == .toBC else { return found }
    let settings = part.line?.writeIn?.product.map(\.value) ?? []
    for product in integration.writeInProducts where settings.contains(product.number) {
      guard let number = product.number(in: values) else { continue }
      found.writeInProduct = try await lacking(
        number, in: product.table, by: product.field, product.number)
    }
    if let freight = part.policy.freight, let field = key(of: DocumentPolicy.Freight.accounts),
      let number = freight.account.value(as: .code(length: 20), on: .bc, in: values).text,
      !number.isEmpty
    {
      found.account = try await lacking(
        Code.normalized(number), in: DocumentPolicy.Freight.accounts, by: field, freight.account)
    }
    return found
  }

  /// The field by which a table's records are known; nil where the project does not describe it.
  private func key(of table: String) -> String? { integration.table(.bc, table)?.key.first }

  private func lacking(
    _ number: String, in table: String, by field: String, _ operand: Operand
  ) async throws(StoreFailure) -> String? {
    let rows = try await integration.bc.rows(
      of: table, [field], matching: [field], values: [[.text(number)]])
    guard rows.isEmpty else { return nil }
    let namer = operand.setting.map { "the setting '\($0)'" } ?? "the mapping"
    return "\(namer) names '\(number)', and there is no \(table) of that number in Business Central"
  }
}
