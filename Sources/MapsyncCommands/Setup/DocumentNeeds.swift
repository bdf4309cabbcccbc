import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapSync

/// What the documents of a program's mappings need of the setup, as their policies say (F18).
struct DocumentNeeds {
  /// Settings that some documents need and that have no value: those fail, each by itself (R E-3).
  struct Unset {
    let message: String
    let settings: [String]
    /// What the value names; nil where each says that of itself.
    let means: String?
  }

  /// A product that stands for lines without one.
  struct Product: Hashable {
    let table: String
    let field: String
    let number: String
    /// The setting that names it; nil where the mapping does.
    let setting: String?
  }

  private(set) var unset: [Unset] = []
  /// What Business Central is asked for.
  private(set) var demand = DocumentDemand()
  private(set) var products: [Product] = []
  /// The mappings that take in lines without a product, or send them.
  private(set) var sharing: Set<String> = []
  /// The settings that name what is sold.
  private(set) var namers: [DocumentDemand.Sold: String] = [:]

  init(
    _ mappings: [BoundMapping], _ writeInProducts: [WriteInProduct], _ settings: [String: Value]
  ) {
    let values = RunValues(now: DateTimeValue(milliseconds: 0), settings: settings)
    let headers = mappings.filter {
      $0.policy.isEnabled && $0.takesDocuments && $0.policy.directions.contains(.toBC)
    }
    demand.quotes = headers.contains { $0.document?.kind == .quote }
    demand.orders = headers.contains { $0.document?.kind == .order }
    demand.archivedOrders = headers.contains { $0.worksBothWays }
    demand.postings =
      demand.orders
      || mappings.contains { $0.policy.isEnabled && $0.document?.kind == .postedInvoice }
    sharing = Set(
      mappings.filter { $0.policy.isEnabled && $0.document?.writeIn != nil }
        .compactMap(\.policy.parent))
    takeProducts(headers, mappings, writeInProducts, values)
    takeAccounts(headers, values)
  }

  /// What stands for lines without a product (R E-22).
  private mutating func takeProducts(
    _ headers: [BoundMapping], _ mappings: [BoundMapping], _ writeInProducts: [WriteInProduct],
    _ values: RunValues
  ) {
    let taking = headers.filter { writeIn($0, mappings) != nil }
    guard let first = taking.first, let rule = writeIn(first, mappings) else { return }
    let settings = rule.product.compactMap(\.value.setting)
    let lacking = settings.filter { values.setting($0).isEmpty }
    guard lacking.isEmpty else {
      unset.append(
        Unset(
          message: "lines without a product need one that stands for them, and "
            + Self.listed(lacking) + " no value: documents with such lines fail until then",
          settings: lacking, means: nil))
      return
    }
    for product in writeInProducts {
      guard let number = product.number(in: values) else { continue }
      products.append(
        Product(
          table: product.table, field: product.field, number: number,
          setting: product.number.setting))
      sell(
        DocumentDemand.Sold(
          product.table, number, shown: "the write-in product",
          source: product.number.setting.map { "the setting '\($0)'" }),
        product.number.setting)
    }
  }

  private func writeIn(
    _ header: BoundMapping, _ mappings: [BoundMapping]
  ) -> DocumentPolicy.WriteIn? {
    mappings.lazy.filter { $0.policy.parent == header.name }.compactMap { $0.document?.writeIn }
      .first { !$0.product.isEmpty }
  }

  /// Where freight goes (R E-33).
  private mutating func takeAccounts(_ headers: [BoundMapping], _ values: RunValues) {
    var known: Set<Operand> = []
    for header in headers {
      guard let account = header.document?.freight?.account, known.insert(account).inserted else {
        continue
      }
      let number = account.value(as: .code(length: 20), on: .bc, in: values).text.map(
        Code.normalized)
      if let number, !number.isEmpty {
        sell(
          .account(
            number, shown: "the account of freight",
            source: account.setting.map { "the setting '\($0)'" }),
          account.setting)
      } else if let setting = account.setting {
        unset.append(
          Unset(
            message: "freight needs an account, and \(Self.listed([setting])) no value: documents "
              + "with freight fail until then",
            settings: [setting], means: "with the number of a G/L account"))
      }
    }
  }

  private mutating func sell(_ sold: DocumentDemand.Sold, _ setting: String?) {
    demand.sold.append(sold)
    namers[sold] = setting
  }

  private static func listed(_ settings: [String]) -> String {
    let names = settings.map { "'\($0)'" }.joined(separator: " and ")
    return settings.count == 1 ? "the setting \(names) has" : "the settings \(names) have"
  }
}
