import MapRuntime

/// What this client's mappings ask its own code.
public enum HostFunctions: MappingFunctions {
  public static func inStock(
    _ reserved: DecimalValue, _ entries: [BC.ArticleEntry]
  ) -> DecimalValue? {
    try? entries.reduce(DecimalValue.zero) { try $0 + $1.quantity } - reserved
  }

  public static func shelfLabel(_ no: String, _ description: String) -> String? {
    no.isEmpty ? nil : no + ": " + description
  }
}
