/// How much is written.
struct CorpusSize {
  let mappings: Int
  /// Table pairs, over which the mappings are spread evenly.
  let pairs: Int

  /// The numbers of a pair's mappings, from 0.
  func mappings(of pair: Int) -> Range<Int> {
    0..<(mappings * (pair + 1) / pairs - mappings * pair / pairs)
  }

  /// How many different kinds of records a table can tell apart.
  var kinds: Int { (mappings + pairs - 1) / pairs }

  /// The two pairs that a pair's records refer to; nil for the first pair, which stands alone.
  func references(of pair: Int) -> [Int]? { pair == 0 ? nil : [pair / 2, pair / 3] }

  /// Which of a referred pair's mappings a mapping refers through.
  func referred(from mapping: Int, in pair: Int, by reference: Int) -> Int {
    (mapping * (reference + 1) + reference * 3) % mappings(of: pair).count
  }
}
