import MapKeys

/// The JSON Schema (2020-12) of `mapsync.yaml`, for editors and `mapsync schema setup`.
public enum SetupSchema {
  /// The same text every time.
  public static var text: String {
    var builder = SchemaBuilder()
    return builder.document(
      of: SetupKey.self, title: "A setup of mapsync", id: "urn:mapsync:schema:1:setup")
  }
}
