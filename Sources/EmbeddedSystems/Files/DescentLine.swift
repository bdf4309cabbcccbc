import GRDB
import Synchronization

/// When an open file notes a word on its line of descent: with the first write after it was opened,
/// when it went back meanwhile, and every so many versions.
final class DescentLine: Sendable {
  /// Versions between two words of one that goes on writing.
  private static let step: Int64 = 10_000
  /// Words that a file keeps.
  private static let kept = 10_000

  /// The version of the last word that this noted, and how far its writes are.
  private let noted = Mutex<(word: Int64, version: Int64)?>(nil)

  /// Notes a word for what a transaction wrote after `begin`, where one is due.
  ///
  /// - Returns: Whether it did.
  func note(after begin: Int64, in db: Database) throws -> Bool {
    let isDue = noted.withLock { noted in
      guard let noted else { return true }
      return begin < noted.version || begin - noted.word >= DescentLine.step
    }
    guard isDue else { return false }
    try DescentLine.add(begin + 1, in: db)
    return true
  }

  /// Takes note of a transaction that stayed.
  func committed(_ begin: Int64, _ end: Int64, isNoted: Bool) {
    noted.withLock { noted in
      if isNoted { noted = (begin + 1, end) } else { noted?.version = end }
    }
  }

  static func add(_ version: Int64, in db: Database) throws {
    let insert = try RowStatement(
      "INSERT OR REPLACE INTO \"$descent\" VALUES (?1, random())", on: db)
    insert.bind(version, at: 1)
    try insert.run()
    let prune = try RowStatement(
      """
      DELETE FROM "$descent" WHERE version <=
      (SELECT version FROM "$descent" ORDER BY version DESC LIMIT 1 OFFSET ?1)
      """, on: db)
    prune.bind(Int64(kept), at: 1)
    try prune.run()
  }
}
