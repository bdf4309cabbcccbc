/// What the lists of documents answer.
struct ListedDocuments: Decodable {
  struct Line: Decodable {
    let number: String
    let name: String?
    let standing: String
    let message: String
  }

  let documents: [Line]
}

/// What 'record show' and 'record list' answer.
struct ShownRecords: Decodable {
  struct Record: Decodable {
    let fields: [String: String]
  }

  let records: [Record]
}

/// What 'status' answers of a full synchronization.
struct ToldRun: Decodable {
  struct Line: Decodable {
    let mapping: String
    let status: String
    let done: Int
    let total: Int
    let failed: Int
  }

  let run: Int?
  let finished: String?
  let isRunning: Bool
  let lines: [Line]

  func done(_ mapping: String) -> Int? { lines.first { $0.mapping == mapping }?.done }
}

/// What 'mappings' answers.
struct ListedMappings: Decodable {
  struct Line: Decodable {
    let mapping: String
    let couplings: Int
    let failed: Int
    let held: Int
    let older: Int
    let lastRun: String?
    let nextRun: String?
  }

  let mappings: [Line]

  subscript(name: String) -> Line? { mappings.first { $0.mapping == name } }
}

/// What a command answers that ran jobs, or lists what they met.
struct ToldJobs: Decodable {
  struct Run: Decodable {
    struct Counters: Decodable, Equatable {
      let inserted: Int
      let modified: Int
      let deleted: Int
      let unchanged: Int
      let skipped: Int
      let held: Int
      let failed: Int
    }

    let job: Int
    let mapping: String
    let direction: String
    let counters: Counters
  }

  struct Entry: Decodable {
    let mapping: String
    let direction: String
    let kind: String
    let record: String
  }

  let runs: [Run]?
  let entries: [Entry]

  func run(_ mapping: String, _ direction: String) -> Run? {
    runs?.first { $0.mapping == mapping && $0.direction == direction }
  }
}

/// What 'jobs' answers.
struct ListedJobs: Decodable {
  struct Line: Decodable {
    struct Counters: Decodable {
      let modified: Int
      let deleted: Int
      let unchanged: Int
      let failed: Int
      let uncoupled: Int
    }

    let job: Int
    let mapping: String
    let direction: String
    let started: String
    let startedBy: String
    let counters: Counters
    let message: String?
  }

  let jobs: [Line]
}

extension String {
  /// A row of a table that a command printed, by the titles of its columns; those in which no row has
  /// anything are not there. Its names have no blanks.
  func tableRow(_ name: String) -> [String: String] {
    let lines = split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let titles = lines.first, let row = lines.first(where: { $0.first == name }),
      titles.count == row.count
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(titles, row))
  }
}
