/// What a two-way field map does on the way back through a transform.
public enum Undo: Hashable, Sendable {
  /// The other transform gives back exactly what went in.
  case exact(Transform)
  /// Nothing: the transform settles, since it changes no value that it made.
  case lossy
  /// Nothing would do.
  case impossible
}
