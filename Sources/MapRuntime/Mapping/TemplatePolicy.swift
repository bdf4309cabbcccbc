/// Values of a new record after the field maps (R ), where setup replaced the compiled
/// ones.
public struct TemplatePolicy: Hashable, Sendable {
  /// One value.
  public struct Assignment: Hashable, Sendable {
    public let field: String
    public let value: Value

    public init(_ field: String, _ value: Value) {
      self.field = field
      self.value = value
    }
  }

  public let to: Side
  /// On the source record; the first template that fits is taken.
  public let when: RowCondition
  public let set: [Assignment]

  public init(to: Side, when: RowCondition = .none, set: [Assignment]) {
    self.to = to
    self.when = when
    self.set = set
  }
}
