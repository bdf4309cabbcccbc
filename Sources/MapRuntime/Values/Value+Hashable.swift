/// Values are the same if their kinds and contents are; texts by their code points.
extension Value {
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.empty, .empty): true
    case (.text(let left), .text(let right)): TextOrder.isSame(left, right)
    case (.integer(let left), .integer(let right)): left == right
    case (.decimal(let left), .decimal(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.guid(let left), .guid(let right)): left == right
    case (.option(let left), .option(let right)): left == right
    case (.lookup(let left), .lookup(let right)): left == right
    case (.empty, _), (.text, _), (.integer, _), (.decimal, _), (.boolean, _), (.date, _),
      (.dateTime, _), (.guid, _), (.option, _), (.lookup, _):
      false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .empty: hasher.combine(0)
    case .text(let text): hasher.combine(text)
    case .integer(let number): hasher.combine(number)
    case .decimal(let number): hasher.combine(number)
    case .boolean(let truth): hasher.combine(truth)
    case .date(let date): hasher.combine(date)
    case .dateTime(let moment): hasher.combine(moment)
    case .guid(let id): hasher.combine(id)
    case .option(let option): hasher.combine(option)
    case .lookup(let lookup): hasher.combine(lookup)
    }
  }
}
