/// The record that was asked for.
struct WhyRecord: Encodable {
  let side: String
  let table: String
  let id: String
  let name: String
  /// False for one that is gone.
  let exists: Bool
  let modified: String?
  /// The integration's user wrote it last.
  let isOurs: Bool?
}
