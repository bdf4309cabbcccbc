extension FullRunLine {
  /// The line as a person has it who wants more than a match: all records, unmatched ones created
  /// (R J-9). A line that is recommended in full, or has nothing to do, stays as it is.
  public var inFull: FullRunLine {
    guard recommendation == .couple else { return self }
    var line = self
    line.recommendation = .full
    line.reason = "in full, as was asked; \(reason)"
    return line
  }
}
