/// A setting of the project, whose value `mapsync.yaml` gives.
public struct SettingDescription: Sendable {
  public let name: String
  public let type: FieldType
  public let options: [FieldDescription.Option]
  public let `default`: Value?

  public init(
    _ name: String, _ type: FieldType, options: [FieldDescription.Option] = [],
    default: Value? = nil
  ) {
    self.name = name
    self.type = type
    self.options = options
    self.default = `default`
  }
}
