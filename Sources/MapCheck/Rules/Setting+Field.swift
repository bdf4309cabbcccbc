import MapLanguage
import MapSource

extension Setting {
  /// The setting as a field that holds its value.
  public var asField: Field {
    Field(
      name: name, type: type,
      options: options.enumerated().map { place, option in
        Field.Option(name: option.value, value: Int32(place), span: option.span)
      }, span: name.span)
  }
}
