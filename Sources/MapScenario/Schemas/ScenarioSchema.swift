import MapKeys

/// The JSON Schema (2020-12) of a scenario, for editors and `mapsync schema scenario`.
public enum ScenarioSchema {
  /// The same text every time.
  public static var text: String {
    var builder = SchemaBuilder()
    return builder.document(
      of: ScenarioKey.self, title: "A scenario of mapsync", id: "urn:mapsync:schema:1:scenario")
  }
}
