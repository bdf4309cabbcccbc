import MapRuntime

/// The Swift of a mapping's type in parts. Variants whose parts are the same share them, so that a
/// conversion of hundreds of lines stands in a file once.
struct MappingParts: Hashable {
  var head = ""
  var related = ""
  var rules = ""
  var middle = ""
  var conversions: [Direction: String] = [:]
  var tail = ""
}
