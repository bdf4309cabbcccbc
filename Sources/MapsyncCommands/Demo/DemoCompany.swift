import EmbeddedSystems
import MapRuntime

/// A small company's records: the same ones every time.
struct DemoCompany {
  let customers: Int
  let items: Int
  /// The local currency.
  let currency: String

  /// A table's records, in the order in which they are made.
  struct Batch {
    let side: Side
    let table: String
    let records: [[String: Value]]
  }

  /// Creates everything, tables that the program does not have left out.
  ///
  /// - Parameter progress: Told of each table how many of how many records are there, page by page.
  /// - Returns: How many records of each table.
  func fill(
    _ pair: EmbeddedPair, company name: String,
    progress: (_ table: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(CommandFailure) -> [(table: String, count: Int)] {
    do throws(SystemFailure) {
      let company = try pair.bc.company(name)
      if !(try pair.bc.find("Salesperson/Purchaser", company: company)).isEmpty {
        throw .unknown("\(name) has records already; the demo begins in an empty company")
      }
      var made: [(String, Int)] = []
      var itemIDs: [Guid] = []
      for batch in batches {
        let ids = try create(batch, pair, company, progress)
        if batch.table == "Item" { itemIDs = ids }
        made.append((batch.table, ids.count))
      }
      let groups = unitGroups(itemIDs)
      made.append((groups.table, try create(groups, pair, company, progress).count))
      return made.filter { $0.1 > 0 }
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  private func create(
    _ batch: Batch, _ pair: EmbeddedPair, _ company: Company,
    _ progress: (_ table: String, _ done: Int, _ total: Int) -> Void
  ) throws(SystemFailure) -> [Guid] {
    let system = pair.system(batch.side)
    guard let layout = system.schema[batch.table] else { return [] }
    let records = batch.records.map { record in
      record.filter { layout.description.field($0.key) != nil }
    }
    var ids: [Guid] = []
    var first = 0
    while first < records.count {
      let page = Array(records[first..<min(first + 1000, records.count)])
      first += page.count
      let result = try system.create(
        batch.table, all: page, by: .system, company: batch.side == .bc ? company : nil)
      switch result {
      case .success(let made):
        ids += made
        progress(batch.table, ids.count, records.count)
      case .failure(let refusal): throw .unknown("\(batch.table): \(refusal.sentence)")
      }
    }
    return ids
  }

  /// Unit groups of items, which BC makes with them.
  private func unitGroups(_ items: [Guid]) -> Batch {
    Batch(
      side: .bc, table: "Unit Group",
      records: items.enumerated().map { place, id in
        [
          "Source Type": .option(OptionValue(0)), "Source Id": .guid(id),
          "Source No.": .text(Self.itemNumber(place)),
        ]
      })
  }

  static func itemNumber(_ place: Int) -> String { String(1896 + place * 4) }

  static func customerNumber(_ place: Int) -> String { String(10_000 + place * 10) }
}
