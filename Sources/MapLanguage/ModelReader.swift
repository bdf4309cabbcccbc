import MapSource

/// Makes the model of a project from the trees of its files.
public enum ModelReader {
  /// Reads everything that the files say. A part that cannot be read is left out, with a finding.
  public static func read(_ files: [ParsedFile]) -> (model: Model, findings: [Finding]) {
    var assembly = ModelAssembly()
    for file in files where file.role == .project { assembly.addProject(file) }
    let features = assembly.features
    let read = Parallel.map(files.count) { LoweredFile(files[$0], features: features) }
    for (file, lowered) in zip(files, read) { assembly.add(lowered, of: file) }
    return (assembly.model, assembly.findings.sorted(by: Finding.inOrder))
  }
}
