import MapRuntime

/// The Swift of a mapping's type in parts. Variants whose parts are the same share them, so that a
/// conversion of hundreds of lines stands in a file once. As UTF-8.
struct MappingParts: Hashable {
  var head: [UInt8] = []
  var related: [UInt8] = []
  /// Those that the type has, each with its declaration.
  var constants: [Constant: [UInt8]] = [:]
  var middle: [UInt8] = []
  var conversions: [Direction: [UInt8]] = [:]
  var tail: [UInt8] = []

  /// A constant that is the same in several variants, by its name, in the order of a file.
  enum Constant: String, CaseIterable {
    case document
    case rules
    case refusals
    case twoWayFields

    var name: SwiftCode { SwiftCode(reflected: rawValue) }
  }
}
