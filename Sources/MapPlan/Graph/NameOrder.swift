/// The names of all mappings and their ranks in alphabetical order: graphs number their nodes by
/// rank, so that the smallest node is the first name.
struct NameOrder: Sendable {
  /// By place in the model.
  let names: [String]
  /// By place.
  let ranks: [Int]
  /// By rank.
  let places: [Int]

  init(_ names: [String]) {
    let places = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, place) in places.enumerated() { ranks[place] = rank }
    self.names = names
    self.ranks = ranks
    self.places = places
  }

  var count: Int { names.count }
}
