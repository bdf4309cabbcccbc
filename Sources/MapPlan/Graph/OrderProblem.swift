/// What is wrong with an order that a person gave.
public enum OrderProblem: Sendable {
  case name(NameProblem)
  /// The mapping stands in it twice.
  case repeated(Int)
  /// The mapping where the way starts stands before the one where it ends, but needs it.
  case wrongPair([Prerequisite])
}
