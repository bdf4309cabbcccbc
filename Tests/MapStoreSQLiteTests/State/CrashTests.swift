import Foundation
import GRDB
import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Crashes, other processes and many tasks")
struct CrashTests {
  let folder = try? StateFolder()
  @Test("a crash in the middle of a page leaves the page before, and its intent open (B6)")
  func middle() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    let write = Intent.Write(
      .creation, source: Samples.bc(2), target: Samples.sales(2), sourceRead: nil)
    let intent = try await state.open(
      Intent(mapping: "CUSTOMER", direction: .toSales, writes: [write]))
    // More than the cache holds, so that half a page is in the file already.
    let copy = try await state.write { database -> StateFolder in
      try database.execute(sql: "PRAGMA cache_size = 5")
      let statement = try StateStatement(database, CouplingRow.insert)
      for number in 2..<3000 {
        CouplingRow.bind(
          Samples.coupling(number), pair: 1, origin: nil, revision: 0, to: statement)
        try statement.run()
      }
      try database.change("DELETE FROM intents WHERE id = ?", intent)
      return try folder.snapshot()
    }
    #expect(try await state.count(Samples.customers) == 2999)
    let attributes = try FileManager.default.attributesOfItem(atPath: copy.path + "-wal")
    #expect(try #require(attributes[.size] as? Int) > 100_000)
    let after = try copy.open()
    let found = try await after.couplings(Samples.customers, after: nil, limit: 9)
    #expect(found == [Samples.coupling(1)])
    #expect(try await after.openIntents().first?.writes == [write])
  }

  @Test("another process reads while this one writes, and sees whole pages only")
  func otherReader() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    try await state.page { $0.couplings = (0..<100).map(Samples.coupling) }
    let counts = try await state.write { database -> String in
      try database.change("DELETE FROM couplings")
      return try Self.sqlite(folder.path, "SELECT count(*) FROM couplings")
    }
    #expect(counts == "100")
    #expect(try Self.sqlite(folder.path, "SELECT count(*) FROM couplings") == "0")
  }

  @Test("reading waits for no writer of another connection")
  func readerBesideWriter() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    let other = try folder.stranger()
    try await other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE; DELETE FROM couplings;")
    }
    let late = try folder.open(patience: 0.05)
    #expect(try await late.count(Samples.customers) == 1)
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
  }

  @Test("many tasks write and read; nothing is lost")
  func tasks() async throws {
    let folder = try #require(folder)
    let states = [try folder.open(), try folder.open()]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        let state = states[task % 2]
        group.addTask {
          for page in 0..<10 {
            let first = (task * 10 + page) * 20
            try await state.page { $0.couplings = (first..<first + 20).map(Samples.coupling) }
            let found = try await state.couplings(
              Samples.customers, .bc, ids: [Samples.bc(first)])
            #expect(found == [Samples.coupling(first)])
            try await state.noteNumber(task * 10 + page, "n")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await states[0].lastNumber("n") == 79)
    #expect(try await states[0].count(Samples.customers) == 1600)
  }

  @Test("a cancelled task's page is recorded all the same (B6)")
  func cancelled() async throws {
    let state = try #require(folder).open()
    let job = try await state.startJob(Samples.job())
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await state.record(Samples.page(job) { $0.couplings = [Samples.coupling(1)] })
    }
    task.cancel()
    try await task.value
    #expect(try await state.count(Samples.customers) == 1)
  }

  @Test("one runner a name, until it is released or its process is killed")
  func runner() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    let lock = try #require(try state.acquireRunner("runs/é"))
    #expect(try folder.open().acquireRunner("runs/é") == nil)
    #expect(try state.acquireRunner("other") != nil)
    lock.release()
    let again = try #require(try state.acquireRunner("runs/é"))
    again.release()
  }

  @Test("a killed process gives its right to run back", .enabled(if: Self.hasFlock))
  func killedRunner() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    try #require(try state.acquireRunner("runs")).release()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = ["--no-fork", "-x", folder.path + ".runs.lock", "sleep", "3600"]
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }
    try await expect { try state.acquireRunner("runs") == nil }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try state.acquireRunner("runs") != nil)
  }

  /// Waits until something holds, for at most a minute.
  private func expect(_ condition: () throws -> Bool) async throws {
    for _ in 0..<1200 {
      if try condition() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("it never came to hold")
  }

  private static let hasFlock =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")

  /// Asks in a process of its own.
  private static func sqlite(_ path: String, _ sql: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])",
      path, sql,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
