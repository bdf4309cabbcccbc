// Creates accounts in batches of 1,000 through the store, and by SQLite alone: CPU seconds of each.
import EmbeddedSystems
import Foundation
import MapRuntime
import MapStoreSQLite
import MapSync

func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let texts = (0..<WideAccount.texts).map { $0 < 12 ? "Value \($0) of a record" : "" }
let folder = NSTemporaryDirectory() + "storeload-\(UUID().uuidString)"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }

let floorSystem = try EmbeddedSystem(
  path: folder + "/floor.sqlite", side: .sales, tables: [WideAccount.description])
try floorSystem.close()
var start = cpuSeconds()
Floor.load(folder + "/floor.sqlite", rows: rows, texts: texts)
let floor = cpuSeconds() - start

let system = try EmbeddedSystem(
  path: folder + "/store.sqlite", side: .sales, tables: [WideAccount.description])
let store = EmbeddedStore(sales: system)
let first = Guid(high: 7, low: 1)
let all = FieldSet.all(29)
start = cpuSeconds()
for batch in 0..<rows / 1000 {
  let records = (0..<1000).map { place in
    NewRecord(
      id: Guid(high: 7, low: UInt64(batch * 1000 + place + 1)),
      record: WideAccount(
        texts: texts, amount: DecimalValue(5), option: OptionValue(1),
        lookup: batch + place == 0 ? nil : Lookup(table: "account", id: first)),
      columns: all)
  }
  for result in try await store.create(records) {
    guard case .written = result else { fatalError("\(result)") }
  }
}
let written = cpuSeconds() - start
start = cpuSeconds()
var mark: ChangeMark?
var read = 0
while true {
  let page = try await store.changes(WideAccount.self, since: mark, .all, limit: 1000)
  read += page.records.count
  mark = page.next
  if !page.hasMore { break }
}
let reading = cpuSeconds() - start
print("rows \(rows), floor \(floor) s, store \(written) s, ratio \(floor / written)")
print("read \(read) changes in \(reading) s")
