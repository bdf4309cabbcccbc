/// A name as one word of a command that people are told.
package enum CommandWord {
  package static func of(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
