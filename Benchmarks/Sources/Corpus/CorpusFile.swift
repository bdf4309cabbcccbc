/// A file to be written, its path relative to the folder.
struct CorpusFile {
  let path: String
  let text: String
}
