/// What the records of a table pair are.
enum RichRole {
  case master
  case document
  case line

  /// The last pairs are master records where they do not make three.
  init(pair: Int, of pairs: Int) {
    let isWhole = pair < pairs / 3 * 3
    self = !isWhole || pair % 3 == 0 ? .master : pair % 3 == 1 ? .document : .line
  }
}
