import MapRuntime

/// What this client's mappings ask its own code.
public enum HostFunctions: MappingFunctions {
  public static func shelfLabel(_ no: String, _ description: String) -> String? {
    no.isEmpty ? nil : no + ": " + description
  }
}
