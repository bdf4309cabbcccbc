/// `docs/rules.md`: a line a rule, with its number as an anchor.
struct RuleList {
  struct Rule {
    let anchor: String
    let number: String
    let sentence: String
  }

  let rules: [Rule]
  /// Lines that begin as a rule and are none.
  let others: [String]

  init() throws {
    var (rules, others): ([Rule], [String]) = ([], [])
    for line in try Repository.text(of: "docs/rules.md").split(separator: "\n")
    where line.contains("<a id") {
      let rule = #/- <a id="([a-z]*-?\d+)"></a>\*\*([A-Z]+-?\d+)\*\* (.+)/#
      if let match = line.wholeMatch(of: rule) {
        rules.append(
          Rule(
            anchor: String(match.1), number: String(match.2), sentence: String(match.3)))
      } else {
        others.append(String(line))
      }
    }
    self.rules = rules
    self.others = others
  }

  var numbers: Set<String> { Set(rules.map(\.number)) }
}
