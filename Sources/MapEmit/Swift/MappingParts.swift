import MapRuntime

/// The Swift of a mapping's type in parts. Variants whose parts are the same share them, so that a
/// conversion of hundreds of lines stands in a file once. As UTF-8.
struct MappingParts: Hashable {
  var head: [UInt8] = []
  var related: [UInt8] = []
  var rules: [UInt8] = []
  var middle: [UInt8] = []
  var conversions: [Direction: [UInt8]] = [:]
  var tail: [UInt8] = []
}
