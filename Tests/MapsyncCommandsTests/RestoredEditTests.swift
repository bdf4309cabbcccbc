import Foundation
import Testing

@Suite(
  "A file that was put back decides for nobody: what differs is refused, whatever was on its way")
struct RestoredEditTests {
  private func inStep(_ conflict: String = "") throws -> DemoFolder {
    let folder = try DemoFolder(customers: 4)
    if !conflict.isEmpty {
      try folder.edit { $0 + "\nmappings:\n  CUSTOMER: { conflict: \(conflict) }\n" }
    }
    #expect(try folder.run("full").status == 0)
    return folder
  }

  private func edit(_ phone: String, in side: String, _ folder: DemoFolder) throws {
    let run =
      side == "bc"
      ? try folder.run("record", "change", "Customer", "10000", "Phone No.=\(phone)")
      : try folder.run("record", "change", "account", "Adatum", "telephone1=\(phone)")
    #expect(run.status == 0, "\(run.error)")
  }

  private func phones(_ folder: DemoFolder) throws -> [String?] {
    try [("Customer", "10000", "Phone No."), ("account", "Adatum", "telephone1")].map {
      try folder.answer(ShownRecords.self, "record", "show", $0.0, $0.1).records.first?.fields[$0.2]
    }
  }

  private func backUp(_ folder: DemoFolder) throws { try folder.copy("data", to: "backup") }

  /// Settles a file that was put back, and expects that the two phones stand and an entry names them.
  private func expectRefused(_ folder: DemoFolder, bc: String, sales: String) throws {
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status == 1, "\(settled.output)\(settled.error)")
    for _ in 0..<2 {
      let errors = try folder.run("errors").output
      #expect(errors.contains("'\(bc)'") && errors.contains("'\(sales)'"), "\(errors)")
      #expect(try phones(folder) == [bc, sales])
      #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status != 2)
    }
  }

  @Test(
    "where conflicts are by field, nothing is known of the fields any more",
    arguments: ["bc", "sales"])
  func byField(_ restored: String) throws {
    let folder = try inStep("{ update: refuse, by: field }")
    try edit("111", in: "bc", folder)
    #expect(try folder.run("run", "--now").status == 0)
    try backUp(folder)
    try edit("222", in: restored == "bc" ? "sales" : "bc", folder)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.restore("\(restored).sqlite")
    try expectRefused(
      folder, bc: restored == "bc" ? "111" : "222", sales: restored == "bc" ? "222" : "111")
  }

  @Test("a merge that a person asks for does not take the restored side for the changed one")
  func merge() throws {
    let folder = try inStep()
    try edit("111", in: "bc", folder)
    #expect(try folder.run("run", "--now").status == 0)
    try backUp(folder)
    try edit("222", in: "sales", folder)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.restore("bc.sqlite")
    #expect(try folder.run("full", "--after-restore").status == 1)
    let merged = try folder.run("sync", "CUSTOMER", "10000", "--direction", "merge")
    #expect(merged.status == 1, "\(merged.output)\(merged.error)")
    #expect(try phones(folder) == ["111", "222"])
  }

  @Test("an older state does not say which side has changed since")
  func olderState() throws {
    let folder = try inStep("{ update: refuse, by: field }")
    try edit("111", in: "bc", folder)
    #expect(try folder.run("run", "--now").status == 0)
    try backUp(folder)
    try edit("222", in: "bc", folder)
    #expect(try folder.run("run", "--now").status == 0)
    // A person puts the old number back, which is what the older state knows of Sales.
    try edit("111", in: "sales", folder)
    try folder.restore("state.sqlite")
    try expectRefused(folder, bc: "222", sales: "111")
  }

  @Test(
    "a write that was on its way when the file was put back counts for nothing",
    arguments: ["after-intent", "after-write"], ["bc", "sales", "state"])
  func onItsWay(_ point: String, _ restored: String) throws {
    for side in ["bc", "sales"] {
      let folder = try inStep()
      try edit("111", in: side, folder)
      #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status == 0)
      try backUp(folder)
      try edit("222", in: side, folder)
      #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status == 0)
      try edit("333", in: side, folder)
      let killed = try folder.run(
        "run", "--now", "--only", "CUSTOMER", environment: ["MAPSYNC_KILL_AT": point])
      #expect(killed.status == 9, "\(killed.output)\(killed.error)")
      try folder.restore("\(restored).sqlite")
      // What each system has by now.
      let other = point == "after-write" ? "333" : "222"
      var (bc, sales) = side == "bc" ? ("333", other) : (other, "333")
      if restored == "bc" { bc = "111" }
      if restored == "sales" { sales = "111" }
      guard bc != sales else {
        #expect(try folder.run("full", "--after-restore").status == 0)
        #expect(try phones(folder) == [bc, sales])
        continue
      }
      try expectRefused(folder, bc: bc, sales: sales)
    }
  }

  @Test(
    "a record that was made when the run was killed has its partner, and is not made twice",
    arguments: ["after-intent", "after-write"], ["bc", "sales"])
  func made(_ point: String, _ restored: String) throws {
    let folder = try inStep()
    try folder.edit { $0 + "\nmappings:\n  CUSTOMER: { scope: all }\n" }
    #expect(
      try folder.run("record", "create", "Customer", "No.=99000", "Name=Late", "Phone No.=1")
        .status == 0)
    try backUp(folder)
    #expect(
      try folder.run("record", "change", "Customer", "99000", "Phone No.=2").status == 0)
    let killed = try folder.run(
      "run", "--now", "--only", "CUSTOMER", environment: ["MAPSYNC_KILL_AT": point])
    #expect(killed.status == 9, "\(killed.output)\(killed.error)")
    try folder.restore("\(restored).sqlite")
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status != 2, "\(settled.error)")
    #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status != 2)
    let accounts = try folder.answer(ShownRecords.self, "record", "list", "account").records
    let late = accounts.filter { $0.fields["name"] == "Late" }
    #expect(late.count <= 1 && accounts.count <= 5)
    #expect(try folder.answer(ShownRecords.self, "record", "list", "Customer").records.count == 5)
    guard point == "after-write", restored == "bc" else { return }
    // The account has what a person entered and BC has lost.
    #expect(late.first?.fields["telephone1"] == "2")
    #expect(try folder.couplings(of: "CUSTOMER") == 5)
    #expect(try folder.run("errors").output.contains("'2'"))
  }
}
