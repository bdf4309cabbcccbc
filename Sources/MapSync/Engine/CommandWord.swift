/// A name as one word of a command that people are told: in quotes where a shell would read it as
/// something else.
package enum CommandWord {
  package static func of(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_.,:/@+%=".contains($0) }
    if isPlain && !name.isEmpty { return name }
    var quoted = ""
    for character in name {
      if "\"\\$`".contains(character) { quoted.append("\\") }
      quoted.append(character)
    }
    return "\"\(quoted)\""
  }
}
