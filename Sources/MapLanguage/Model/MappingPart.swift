/// A part of a mapping from whose absence something is concluded; named as its key.
public enum MappingPart: String, CaseIterable, Sendable {
  case company
  case copyTo = "copy-to"
  case create
  case defaults
  case direction
  case emptyMeans = "empty-means"
  case fields
  case filter
  case match
  case parent
  case related
  case states
  case templates
}
