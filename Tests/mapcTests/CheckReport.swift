/// What `mapc check --format json` promises (README.md#commands).
struct CheckReport: Decodable {
  struct Note: Decodable {
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
  }

  struct Found: Decodable {
    let name: String
    let severity: String
    let message: String
    let file: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let notes: [Note]
    let help: String?
  }

  struct Summary: Decodable, Equatable {
    let files: Int
    let errors: Int
    let warnings: Int
  }

  let version: Int
  let findings: [Found]
  let summary: Summary
}
