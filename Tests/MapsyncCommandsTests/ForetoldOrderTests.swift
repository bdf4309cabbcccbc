import Foundation
import Testing

@Suite("A preview of an order says what the order does, and exits as it does (R D-40 to D-42)")
struct ForetoldOrderTests {
  private struct Told: Decodable {
    struct Advice: Decodable {
      let record: String
      let choices: [String]
      let suggestion: String?
    }

    let advice: [Advice]
    let refusal: String?
  }

  /// A customer of whom both sides changed the name and each another field, and one more that BC changed.
  private func disputed() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 4)
    try folder.does("record", "change", "Customer", "10000", "Name=Adatum A", "City=Here")
    try folder.does(
      "record", "change", "account", "Adatum", "name=Adatum B", "address1_line1=There")
    try folder.does("record", "change", "Customer", "10010", "Name=Alpine A")
    return folder
  }

  /// The same, and it rests.
  private func resting() throws -> DemoFolder {
    let folder = try disputed()
    for _ in 0..<2 { _ = try folder.run("sync", "CUSTOMER") }
    #expect(try folder.run("skipped").output.contains("10000"))
    return folder
  }

  /// What the preview of an order shows, and what the order says; both exit alike.
  private func both(
    _ folder: DemoFolder, _ arguments: String..., status: Int32
  ) throws -> (preview: String, run: String) {
    let preview = try MapsyncProcess(arguments + ["--preview"], in: folder.root)
    let run = try MapsyncProcess(arguments, in: folder.root)
    #expect(preview.status == status, "\(arguments): \(preview.output)\(preview.error)")
    #expect(run.status == status, "\(arguments): \(run.output)\(run.error)")
    return (preview.output, run.output + run.error)
  }

  @Test(
    "where only a person can choose, nothing is done, and what merging would write is called that")
  func chosen() throws {
    let folder = try disputed()
    let told = try folder.answer(Told.self, "sync", "CUSTOMER", "10000", "--preview")
    #expect(told.advice.map(\.choices) == [["to-sales", "to-bc", "merge"]])
    #expect(told.advice.first?.suggestion == nil)
    let refusal = try #require(told.refusal)
    #expect(refusal.hasSuffix("say --direction to-sales, to-bc or merge"), "\(refusal)")
    let (preview, run) = try both(folder, "sync", "CUSTOMER", "10000", status: 1)
    #expect(preview.hasPrefix("\(refusal)\nwith '--direction merge':\n"), "\(preview)")
    #expect(run == "mapsync: \(refusal)\n")
    // Both directions find the conflict, and it is told once.
    #expect(preview.components(separatedBy: "'Name' is 'Adatum A'").count == 2, "\(preview)")
    #expect(!preview.contains("10000: choose"), "\(preview)")
    try folder.does("record", "list", "account", "name=Adatum B")
  }

  @Test("several of a mapping that goes both ways need a direction, in a preview as well")
  func undirected() throws {
    let folder = try disputed()
    let (preview, run) = try both(folder, "sync", "CUSTOMER", "10010", "10020", status: 1)
    #expect(preview.contains("CUSTOMER goes both ways: say --direction"), "\(preview)")
    #expect(run.contains("CUSTOMER goes both ways: say --direction"), "\(run)")
  }

  @Test("what an order leaves out exits 1 in its preview too")
  func leftOut() throws {
    let folder = try resting()
    try folder.does("uncouple", "CUSTOMER", "10030")
    _ = try both(
      folder, "sync", "CUSTOMER", "10000", "10020", "--direction", "to-sales", status: 1)
    _ = try both(folder, "sync", "CUSTOMER", "10030", "--direction", "to-sales", status: 1)
    try folder.does("record", "create", "Customer", "No.=99000", "Name=Late", "Blocked=All")
    _ = try both(folder, "create", "CUSTOMER", "99000", status: 1)
    // What is there already was not left undone.
    _ = try both(folder, "create", "CUSTOMER", "10000", status: 0)
  }

  @Test(
    "a merge of several leaves out what rests, once and with the reason, and takes it named alone")
  func mergeOfSeveral() throws {
    let folder = try resting()
    try folder.does("record", "change", "Customer", "10020", "Name=Bellows A")
    try folder.does("record", "change", "account", "Bellows College", "address1_line1=There")
    let (preview, run) = try both(
      folder, "sync", "CUSTOMER", "10000", "10020", "--direction", "merge", status: 1)
    #expect(
      preview.contains("10000 to-sales: skipped\n  rests, since it failed twice"), "\(preview)")
    let lines = run.split(separator: "\n").filter { $0.contains("rests, since it failed twice") }
    #expect(lines.count == 1 && lines[0].hasPrefix("10000: "), "\(run)")
    #expect(
      try folder.answer(ShownRecords.self, "record", "list", "Customer", "Name=Bellows A")
        .records.count == 1)
    let alone = try folder.run("sync", "CUSTOMER", "10000", "--direction", "merge")
    #expect(!alone.output.contains("rests, since"), "\(alone.output)")
  }

  @Test(
    "what was not compared gets no suggestion: at rest among several, or with a partner that is gone"
  )
  func suggested() throws {
    let folder = try resting()
    try folder.does("record", "delete", "account", "Bellows College")
    let several = try folder.answer(
      Told.self, "sync", "CUSTOMER", "10000", "10010", "--direction", "to-sales", "--preview")
    #expect(several.advice.map(\.record) == ["10010"])
    let gone = try folder.answer(Told.self, "sync", "CUSTOMER", "10020", "--preview")
    #expect(gone.advice.isEmpty)
    let (preview, run) = try both(folder, "sync", "CUSTOMER", "10020", status: 1)
    #expect(preview.contains("10020 to-sales: failed"), "\(preview)")
    #expect(run.contains("is coupled to a record of 'account' that was deleted"), "\(run)")
  }

  @Test("one record is one record, by whatever names")
  func oneByTwoNames() throws {
    for other in ["10000", "Adatum B"] {
      let folder = try resting()
      let sync = try folder.run(
        "sync", "CUSTOMER", "10000", other, "--direction", "to-sales")
      #expect(sync.status == 0, "\(other): \(sync.output)")
    }
  }

  @Test("a retry of what does not rest is answered with the reason")
  func retried() throws {
    let folder = try disputed()
    let idle = try folder.run("retry", "CUSTOMER", "10020")
    #expect(idle.status == 1)
    #expect(
      idle.output.contains("10020: does not rest, and nothing of it failed"), "\(idle.output)")
    _ = try folder.run("sync", "CUSTOMER")
    let failed = try folder.run("retry", "CUSTOMER", "10000")
    #expect(failed.status == 0, "\(failed.output)")
    #expect(failed.output.contains("10000: does not rest: the next run tries it again"))
    _ = try folder.run("sync", "CUSTOMER")
    #expect(try folder.does("retry", "CUSTOMER", "Adatum B") == "1 record will be tried again\n")
  }

  @Test("'why' calls nothing in step that the next run would write, or that is gone")
  func inStep() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    try folder.does("record", "change", "account", "Adatum", "name=Adatum B")
    try folder.does("sync", "CUSTOMER")
    let figures = try folder.run("why", "Customer:10000").output.components(
      separatedBy: "ACCOUNT-STATISTICS (")
    let said = try #require(figures.last)
    #expect(said.contains("next run to-sales would write nav_name"), "\(said)")
    #expect(said.contains("neither changed since, and they are not in step"), "\(said)")
    try folder.does("sync", "ACCOUNT-STATISTICS")
    #expect(
      try folder.run("why", "Customer:10000").output.contains("ACCOUNT-STATISTICS (mappings/"))
    #expect(
      try folder.run("why", "Customer:10000").output.components(separatedBy: "ACCOUNT-STATISTICS (")
        .last?.contains(", in step") == true)
    try folder.does("record", "delete", "Customer", "10020")
    let gone = try folder.run("why", "Customer:10020").output
    #expect(
      gone.contains("is coupled with account:Bellows College, and was deleted itself"), "\(gone)")
  }
}
