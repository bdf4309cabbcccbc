/// The features of a project by their choices.
struct Features: Sendable {
  /// The place of the choice that each feature is a value of.
  let choices: [String: Int]
  /// The features of each choice.
  let values: [[String]]
  /// Names in the order in which they stand.
  let names: [String]

  init(_ project: Project) {
    var choices: [String: Int] = [:]
    var names: [String] = []
    for (place, choice) in project.choices.enumerated() {
      for value in choice.values where choices[value.value] == nil {
        choices[value.value] = place
        names.append(value.value)
      }
    }
    self.choices = choices
    values = project.choices.map { $0.values.map(\.value) }
    self.names = names
  }
}
