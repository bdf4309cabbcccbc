import MapRuntime

/// A state of a Sales document and a status in it.
public struct EnteredState: Hashable, Sendable {
  public var state: OptionValue
  /// Nil for the first one of the state.
  public var status: OptionValue?

  public init(_ state: OptionValue, _ status: OptionValue? = nil) {
    self.state = state
    self.status = status
  }
}

extension StatesDescription {
  /// The state and the status that a document gets.
  /// - Throws: `Refusal`, where there is no such state, or the status is none of it.
  /// - Parameter shown: the document as messages call it.
  func checked(
    _ wanted: EnteredState, of shown: String
  ) throws(Refusal) -> (state: State, status: OptionValue) {
    guard let state = values.first(where: { $0.value == wanted.state.rawValue }) else {
      throw Refusal("\(shown): field '\(field)' has no option \(wanted.state)")
    }
    guard let status = wanted.status ?? state.statuses.first.map({ OptionValue($0.value) }),
      state.has(.option(status))
    else {
      throw Refusal("\(shown): field '\(status)' has a value that is none of '\(state.name)'")
    }
    return (state, status)
  }
}
