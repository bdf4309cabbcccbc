import Foundation
import Testing

/// Random orders that `oracle.py` counted from the rules, with prices with and without VAT, up to
/// three VAT groups and freight, discounts of lines and of the whole, returns, currencies with 0, 2
/// and 3 decimals, and partial invoices. MAPC_ORDERS says how many more are asked of it.
@Suite("Orders as an oracle counts them")
struct OrderTests {
  @Test("every step of every order comes to what the oracle says")
  func committed() throws {
    let text = try String(contentsOf: Self.file("orders.tsv"), encoding: .ascii)
    let orders = text.split(separator: "\n")
    #expect(orders.count == 400)
    for order in orders { try Self.check(order) }
  }

  @Test("an order that is counted otherwise is noticed")
  func differing() throws {
    let text = try String(contentsOf: Self.file("orders.tsv"), encoding: .ascii)
    let order = try #require(text.split(separator: "\n").first)
    let wrong = order.replacing("release=", with: "release=0")
    #expect(try OrderReplay.differences(in: wrong[...]).count == 1)
  }

  @Test(
    "so are many more, of another seed",
    .enabled(if: ProcessInfo.processInfo.environment["MAPC_ORDERS"] != nil))
  func more() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = try #require(environment["MAPC_ORDERS"].flatMap(Int.init))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.file("oracle.py").path, String(count), environment["MAPC_SEED"] ?? "1",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var (rest, checked) = (Data(), 0)
    while true {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      rest.append(data)
      guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
      for order in String(decoding: rest[..<end], as: UTF8.self).split(separator: "\n") {
        try Self.check(order)
        checked += 1
      }
      rest = Data(rest[rest.index(after: end)...])
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(checked == count)
  }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }

  private static func check(_ order: Substring) throws {
    let differences = try OrderReplay.differences(in: order)
    #expect(differences == [], "order \(order.prefix { $0 != "\t" })")
  }
}
