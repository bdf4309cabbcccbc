/// Everything that is known of a record: what was done to it, and why not more (B7).
struct WhyAnswer: Encodable {
  let version = 1
  let record: WhyRecord
  /// What every mapping of the record's table says, prerequisites first.
  let mappings: [WhyMapping]
  /// Newest first.
  let history: [WhyEvent]
  let moreHistory: Int
  /// The jobs that the record met, newest first.
  let jobs: [JobListAnswer.Line]
  let moreJobs: Int
}
