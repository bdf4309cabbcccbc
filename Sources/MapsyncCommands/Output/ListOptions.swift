import ArgumentParser

/// `--limit` and `--all` of a list, newest first.
struct ListOptions: ParsableArguments {
  @Option(help: "How many, newest first; 20 jobs or 100 records unless said.")
  var limit: Int?

  @Flag(help: "All of them.")
  var all = false

  func validate() throws {
    if all && limit != nil { throw ValidationError("--all means more than any --limit") }
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
  }

  func limit(unlessSaid usual: Int) -> Int { all ? .max : limit ?? usual }

  /// What a list says of those that it leaves out; nothing where it leaves out none.
  static func more(_ count: Int, _ way: String = "--all") -> String {
    count > 0 ? "and \(Numbers.text(count)) more; \(way) shows them\n" : ""
  }
}
