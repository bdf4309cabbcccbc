import MapLanguage
import MapRuntime
import MapSource

extension CheckedModel {
  /// What is wrong with the names and values of a record that is tried on a mapping: the same as in
  /// a test of its file.
  public func findings(in test: MappingTest, ofMappingAt place: Int) -> [Finding] {
    let names = NameTable(model, catalogue)
    let resolved = ResolvedModel(
      model: model, names: names, catalogue: catalogue, features: features, mappings: mappings)
    var reader = TestReader(
      resolved, mapping: place, functions: HostFunctionNames.all(in: model))
    reader.read(test)
    return reader.findings
  }
}
