import Foundation
import Testing

/// `Tests/Outside/faults.sh` puts each into the engine and waits for a scenario or a test to break;
/// that takes an hour. That they still can be put in takes no time.
@Suite("The deliberate faults")
struct FaultListTests {
  @Test("there are at least sixty, thirty of them of documents, each by a name of its own")
  func number() throws {
    let faults = try DeliberateFault.all()
    #expect(faults.count >= 60)
    let documents = ["Sources/MapDocuments/", "Sources/EmbeddedSystems/"]
    #expect(faults.count { fault in documents.contains { fault.file.hasPrefix($0) } } >= 30)
    #expect(Set(faults.map(\.name)).count == faults.count)
  }

  @Test("each has its place in the engine exactly once", arguments: try DeliberateFault.all())
  func places(fault: DeliberateFault) throws {
    // The engine, the state that it stands on, or the systems that it works with.
    let engine = ["MapSync", "MapStoreSQLite", "MapDocuments", "EmbeddedSystems"]
    #expect(engine.contains { fault.file.hasPrefix("Sources/\($0)/") })
    #expect(fault.before != fault.after)
    let text = try Repository.text(of: fault.file)
    let found = text.ranges(of: fault.before.joined(separator: "\n"))
    #expect(found.count == 1)
  }

  @Test("what notices them is there", arguments: try DeliberateFault.all())
  func noticed(fault: DeliberateFault) throws {
    let folder = Repository.root.appending(path: "Tests/Scenarios").path()
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let names = files.compactMap { $0.split(separator: "/").last }
    #expect(!fault.breaks.isEmpty || !fault.tests.isEmpty)
    for test in fault.tests {
      let target = test.prefix { $0 != "." }
      #expect(
        FileManager.default.fileExists(
          atPath: Repository.root.appending(path: "Tests/\(target)").path()))
    }
    for scenario in fault.breaks {
      #expect(names.contains { $0.hasPrefix("\(scenario)-") || $0 == "\(scenario).yaml" })
    }
  }
}
