import GRDB
import Testing

@Suite("One thing is said as one")
struct CountedWordsTests {
  @Test("one record that found no partner")
  func unmatched() throws {
    let folder = try DemoFolder(customers: 1)
    let run = try folder.run("match", "CUSTOMER")
    #expect(run.output.contains("1 record found no partner"), "\(run.output)\(run.error)")
  }

  @Test("a value of one byte")
  func bytes() throws {
    let folder = try DemoFolder(customers: 1)
    let queue = try DatabaseQueue(path: folder.path("data/bc.sqlite").path)
    try queue.write {
      try $0.execute(sql: "UPDATE Customer SET \"Credit Limit (LCY)\" = x'80'")
    }
    try queue.close()
    let listed = try folder.run("record", "list", "Customer")
    #expect(listed.error.contains("holds x'80' (1 byte), which is no"), "\(listed.error)")
  }
}
