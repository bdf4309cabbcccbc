/// A state of a Sales document, with a status of it where one is meant (R K-1 to K-6). A status
/// belongs to its state: two states may have one of the same name.
public struct DocumentState: Hashable, Sendable {
  /// As authors write it: `State` or `State/Status`.
  public var name: String
  public var state: OptionValue
  /// Nil for whichever status the state begins with.
  public var status: OptionValue?

  public init(name: String, state: OptionValue, status: OptionValue? = nil) {
    self.name = name
    self.state = state
    self.status = status
  }
}

/// What a document mapping does with records in one state.
public enum StateRule: String, Sendable, CaseIterable {
  case takeIn = "take-in"
  case update
  case stateOnly = "state-only"
  case ignore
  case refuse
}

extension DocumentPolicy {
  /// What is done with a Sales document in each of its states, which stands in place of a condition
  /// on the state.
  public struct States: Hashable, Sendable {
    /// What is done in one of them.
    public struct Answer: Hashable, Sendable {
      public var state: DocumentState
      public var rule: StateRule

      public init(state: DocumentState, rule: StateRule) {
        self.state = state
        self.rule = rule
      }
    }

    /// The Sales field of the state.
    public var field: String
    /// The Sales field of the status.
    public var status: String
    /// In the order of the table; every state has one.
    public var answers: [Answer]

    public init(field: String, status: String, answers: [Answer]) {
      self.field = field
      self.status = status
      self.answers = answers
    }

    /// What is done with a document in that state; nil for a state that the table does not have.
    public func rule(in state: OptionValue) -> StateRule? {
      answers.first { $0.state.state == state }?.rule
    }

    /// The states that are answered with one of the rules.
    public func states(_ rules: Set<StateRule>) -> [DocumentState] {
      answers.filter { rules.contains($0.rule) }.map(\.state)
    }

    /// What a store is asked for: the documents in states that are answered with one of the rules.
    public func condition(_ rules: Set<StateRule>) -> RowCondition {
      RowCondition([
        .init(field, .anyOf(states(rules).map { .equals(.option($0.state)) }))
      ])
    }
  }
}
