import Foundation
import Testing

@Suite("A full disk")
struct FullDiskTests {
  /// Runs what follows with files that cannot grow beyond a number of blocks.
  private func limited(_ blocks: Int) -> [String] {
    ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\"", "limited"]
  }

  @Test("files that cannot grow: one sentence, and the run goes on where it was")
  func limit() throws {
    let folder = try DemoFolder(customers: 300)
    let sizes = try ["bc", "sales"].map { name in
      try #require(
        folder.path("data/\(name).sqlite").resourceValues(forKeys: [.fileSizeKey]).fileSize)
    }
    // Blocks are of 512 bytes, or of 1024 in some shells.
    let blocks = try #require(sizes.max()) / 1024
    let full = try MapsyncProcess(["full"], in: folder.root, through: limited(blocks))
    #expect(full.status == 2, "\(full.output)\(full.error)")
    let sentence = try #require(full.error.split(separator: "\n").last)
    #expect(sentence.hasPrefix("mapsync: "), "\(sentence)")
    #expect(sentence.contains("/data/") && sentence.contains("room"), "\(sentence)")
    try expectWhole(folder, after: ["full", "--resume"], customers: 300)
  }

  /// A small file system in a name space of its own needs no rights, where the machine lets people
  /// make any.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "unshare -rm mount -t tmpfs -o size=1m none /mnt 2> /dev/null",
    ]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "one of the three files is on it: one sentence that names the file, and nothing is lost",
    .enabled(if: canMount, "skipped: no name spaces"), arguments: ["bc", "sales", "state"])
  func full(_ file: String) throws {
    let folder = try DemoFolder(customers: 60)
    try FileManager.default.createDirectory(
      at: folder.path("small"), withIntermediateDirectories: true)
    try folder.edit { $0.replacing("data/\(file).sqlite", with: "small/\(file).sqlite") }
    // A full synchronization writes little to BC.
    let left = file == "bc" ? 0 : 200
    let record = file == "bc" ? "bc Customer Name" : "sales account name"
    let script = """
      set -e
      mount -t tmpfs -o size=64m none small
      cp data/\(file).sqlite small/
      dd if=/dev/zero of=small/filling bs=4k 2> /dev/null || true
      status=0
      "$0" record create --side \(record)=New > record 2>&1 || status=$?
      echo $status >> record
      truncate -s -\(left)k small/filling
      status=0
      "$0" full > output 2> error || status=$?
      echo "status $status"
      rm small/filling
      "$0" full --resume > later 2>&1 || "$0" full > later 2>&1 || echo "later $?"
      cp small/\(file).sqlite data/
      """
    let run = try MapsyncProcess(
      [], in: folder.root, through: ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", script])
    #expect(run.output == "status 2\n", "\(run.output)\(run.error)")
    let text = try String(contentsOf: folder.path("error"), encoding: .utf8)
    let sentence = try #require(text.split(separator: "\n").last)
    #expect(sentence.contains("small/\(file).sqlite"), "\(sentence)")
    #expect(sentence.contains("room"), "\(sentence)")
    if file != "state" {
      let record = try String(contentsOf: folder.path("record"), encoding: .utf8)
      #expect(record.hasPrefix("mapsync: ") && record.hasSuffix("\n2\n"), "\(record)")
    }
    try folder.edit { $0.replacing("small/\(file).sqlite", with: "data/\(file).sqlite") }
    #expect(try folder.couplings(of: "CUSTOMER") == 60)
  }

  @Test("an answer that cannot be written is no answer")
  func output() throws {
    let folder = try DemoFolder()
    let status = try MapsyncProcess(
      ["mappings"], in: folder.root,
      through: ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "into"])
    #expect(status.isRefused("the answer cannot be written"), "\(status.status) \(status.error)")
  }

  private func expectWhole(
    _ folder: DemoFolder, after command: [String], customers: Int
  ) throws {
    let resumed = try MapsyncProcess(command, in: folder.root)
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == customers)
    struct Records: Decodable { let count: Int }
    #expect(try folder.answer(Records.self, "record", "list", "account").count == customers)
  }
}
