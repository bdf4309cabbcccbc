/// What happens in a world, without the order in which it happens.
struct Story: Hashable, Sendable {
  var title: String
  var setup = WorldSetup()
  /// Edits that are there before anything runs.
  var before: [Deed] = []
  /// Each one's steps come in their own order, and between those of the others.
  var deeds: [Deed]
  /// Processes may be killed.
  var kills = false
  /// A process that does not go on has stopped for longer than any lease lasts.
  var stalls = false
}

extension Story: CustomStringConvertible {
  var description: String { title }
}
