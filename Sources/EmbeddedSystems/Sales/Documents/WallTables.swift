import MapRuntime

/// Where Sales keeps the walls of its records, and which tables have one (R F-14 to F-18).
public enum WallTables {
  public static let posts = "post"
  public static let text = "text"
  private static let fromSystem = OptionValue(1)
  private static let status = OptionValue(7)

  /// The fields of a post that a system writes about a record.
  public static func post(_ text: String, about record: Lookup) -> [String: Value] {
    [
      "regardingobjectid": .lookup(record), Self.text: .text(text), "source": .option(fromSystem),
      "type": .option(status),
    ]
  }
}

extension WriteSession {
  /// Gives a table a wall, unless somebody has decided already whether it has one.
  public func switchOnWall(of table: String) throws {
    let walls = "msdyn_postconfig"
    guard schema[walls] != nil, try find(walls, ["msdyn_entityname": .text(table)]).isEmpty else {
      return
    }
    try create(
      walls, ["msdyn_entityname": .text(table), "msdyn_configurewall": .boolean(true)])
  }
}
