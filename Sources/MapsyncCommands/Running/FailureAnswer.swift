/// Why a mapping as a whole could not run.
struct FailureAnswer: Encodable {
  let mapping: String
  let message: String
}
