import EmbeddedSystems
import MapRuntime
import MapScenario

/// What was done with a document.
struct DoneStep: Hashable, Sendable {
  /// In words, with the numbers of what came of it.
  let sentence: String
  /// What came of it, where the step makes something.
  let made: RecordAddress?

  init(_ sentence: String, made: RecordAddress? = nil) {
    self.sentence = sentence
    self.made = made
  }
}

extension EmbeddedSystem {
  /// Does with a document what a person does, in one transaction.
  func perform(
    _ step: DocumentStep, on document: RecordAddress, company: Company?
  ) throws(SystemFailure) -> Result<DoneStep, Refusal> {
    guard let fields = try record(document.table, document.id, company: company) else {
      return .failure(Refusal("there is no such record in '\(document.table)'"))
    }
    let table = try schema.table(document.table).description
    let title = DocumentTitle(table, fields)
    return switch document.side {
    case .bc: try performInBC(step, on: document, title, fields, company)
    case .sales: try performInSales(step, on: document, title, fields)
    }
  }
}

/// A document as sentences call it: `Order 'S-00001'`, `quote 'QUO-1'`.
struct DocumentTitle: CustomStringConvertible {
  /// The fields that hold numbers of documents.
  static let numbers = ["No.", "quotenumber", "ordernumber", "invoicenumber"]

  let description: String
  let number: String

  init(_ table: TableDescription, _ fields: [String: Value]) {
    let number = Self.numbers.lazy.compactMap { fields[$0]?.text }.first
    self.number = number ?? "without a number"
    let type = table.field("Document Type").flatMap { field in
      fields[field.name]?.option.flatMap { field.name(of: $0) }
    }
    description = "\(type ?? Self.names[table.name] ?? table.name) '\(self.number)'"
  }

  /// What people call the records of some tables.
  private static let names = [
    "Sales Invoice Header": "posted invoice", "Sales Cr.Memo Header": "credit memo",
    "salesorder": "order",
  ]
}
