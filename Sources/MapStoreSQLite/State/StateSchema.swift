/// The tables of a state file, as the steps that lead from one version of the file to the next.
struct StateSchema: Sendable {
  /// Marks a file as a state file: "MSst".
  static let applicationID: Int32 = 0x4D53_7374

  /// Step n makes a file of version n of one of version n - 1. Published steps never change.
  let steps: [String]

  /// The version that this program writes.
  var version: Int { steps.count }

  static let current = StateSchema(steps: [
    version1, version2, version3, version4, version5, version6, version7, version8,
    version9, version10, version11, version12,
  ])
}
