/// A place in a file, as SARIF writes it.
struct SARIFLocation: Encodable {
  let physicalLocation: Physical
  let message: SARIFMessage?

  /// The file and the piece of it.
  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  /// A file, by its percent-encoded relative address.
  struct Artifact: Encodable {
    let uri: String
  }

  /// Lines and columns from 1, the end exclusive.
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }
}
