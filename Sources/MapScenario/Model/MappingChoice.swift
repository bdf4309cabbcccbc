/// All mappings, or some by name.
public enum MappingChoice: Hashable, Sendable {
  case all
  case some([String])
}
