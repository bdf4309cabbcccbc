import MapRuntime

/// How the two-way fields of a coupling stood on either side when the two agreed last, as digests. It
/// is kept as the bytes of its column: few couplings are ever asked.
///
/// First the layout, four bytes; then two bits for each field: empty on both sides, the same content
/// on both, another on each, as a reference has, or not agreed on yet, as a field that was mapped
/// since has; then the digests, one or two for each field that has any. So a customer of whom half of
/// the fields are filled takes about fifty bytes.
public struct AgreedFields: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ layout: TwoWayLayout, _ sides: AgreedSides) {
    var bytes: [UInt8] = []
    let count = layout.fields.count
    bytes.reserveCapacity(4 + (count + 3) / 4 + 6 * count)
    Self.append(layout.tag, to: &bytes)
    var codes: UInt8 = 0
    for index in 0..<count {
      codes |= AgreedCode(sides, index).rawValue << UInt8(index % 4 * 2)
      guard index % 4 == 3 || index == count - 1 else { continue }
      bytes.append(codes)
      codes = 0
    }
    for index in 0..<count {
      switch AgreedCode(sides, index) {
      case .empty, .open: break
      case .same: Self.append(sides.bc[index].bits, to: &bytes)
      case .each:
        Self.append(sides.bc[index].bits, to: &bytes)
        Self.append(sides.sales[index].bits, to: &bytes)
      }
    }
    self.bytes = bytes
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Whether they are digests of these fields, and of no others that a mapping had once or that
  /// another mapping of the same tables has.
  func isOf(_ layout: TwoWayLayout) -> Bool { number(at: 0) == layout.tag }

  /// Whether one of these fields was not agreed on yet; false where nothing is known of the fields.
  func isOpen(in layout: TwoWayLayout) -> Bool {
    guard isOf(layout) else { return sides(in: layout)?.open.isEmpty == false }
    return bytes.dropFirst(4).prefix((layout.fields.count + 3) / 4).contains { codes in
      // Of the four codes in a byte, one has both of its bits set: `AgreedCode.open`.
      codes & codes >> 1 & 0b0101_0101 != 0
    }
  }

  /// Of fields that the mapping has by now: those that it had when they were written, and the others as
  /// not agreed on. Nil where they are of fields that nobody knows, or cannot be read.
  func sides(in layout: TwoWayLayout) -> AgreedSides? {
    guard !isOf(layout) else { return sides(count: layout.fields.count) }
    guard let tag = number(at: 0), let names = layout.earlier[tag],
      let earlier = sides(count: names.count)
    else { return nil }
    var sides = AgreedSides(count: layout.fields.count)
    for (field, name) in layout.names.enumerated() {
      if let place = names.firstIndex(of: name), !earlier.open.contains(place) {
        sides.bc[field] = earlier.bc[place]
        sides.sales[field] = earlier.sales[place]
      } else {
        sides.open.insert(field)
      }
    }
    return sides
  }

  private func sides(count: Int) -> AgreedSides? {
    var offset = 4 + (count + 3) / 4
    guard offset <= bytes.count else { return nil }
    var sides = AgreedSides(count: count)
    for field in 0..<count {
      guard let code = AgreedCode(rawValue: bytes[4 + field / 4] >> UInt8(field % 4 * 2) & 3)
      else { return nil }
      if code == .open { sides.open.insert(field) }
      if code == .empty || code == .open { continue }
      guard let bc = number(at: offset) else { return nil }
      offset += 4
      sides.bc[field] = FieldDigest(bits: bc)
      sides.sales[field] = FieldDigest(bits: bc)
      guard code == .each else { continue }
      guard let sales = number(at: offset) else { return nil }
      offset += 4
      sides.sales[field] = FieldDigest(bits: sales)
    }
    return offset == bytes.count ? sides : nil
  }

  private func number(at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    return bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }
}

/// How a field's digests are kept.
private enum AgreedCode: UInt8 {
  case empty
  case same
  case each
  case open

  init(_ sides: AgreedSides, _ field: Int) {
    let (bc, sales) = (sides.bc[field], sides.sales[field])
    if sides.open.contains(field) {
      self = .open
    } else if bc != sales {
      self = .each
    } else {
      self = bc == .empty ? .empty : .same
    }
  }
}

/// A digest of each two-way field on each side.
struct AgreedSides: Hashable, Sendable {
  var bc: [FieldDigest]
  var sales: [FieldDigest]
  /// Fields that were never agreed on, by their places.
  var open: Set<Int> = []

  init(bc: [FieldDigest], sales: [FieldDigest]) {
    self.bc = bc
    self.sales = sales
  }

  init(count: Int) {
    bc = Array(repeating: .empty, count: count)
    sales = bc
  }

  subscript(_ side: Side) -> [FieldDigest] {
    get { side == .bc ? bc : sales }
    set { if side == .bc { bc = newValue } else { sales = newValue } }
  }
}

/// The two-way fields of a mapping, and a number that is another one where they are others.
struct TwoWayLayout: Sendable {
  let fields: [TwoWayField]
  /// What each field is, by the names of its columns on both sides.
  let names: [String]
  let tag: UInt32
  /// The names of layouts that mappings had, by their tags.
  private(set) var earlier: [UInt32: [String]] = [:]

  init(_ mapping: any CompiledMapping.Type, earlier texts: [String] = []) {
    fields = mapping.comparedFields + (mapping.countedField.map { [$0] } ?? [])
    names = fields.map { field in
      let columns = Side.allCases.map { side in
        field.columns(side).columns.map { mapping.table(side).columns[$0].name }
          .joined(separator: "\u{1}")
      }
      return columns.joined(separator: "\u{2}")
    }
    tag = Self.tag(names.joined(separator: Self.mark))
    for text in texts {
      earlier[Self.tag(text)] = text.split(separator: Self.mark, omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  init(fields: [TwoWayField], tag: UInt32) {
    self.fields = fields
    self.tag = tag
    names = []
  }

  /// All of it as a text, from which it can be known when the mapping has another one.
  var text: String { names.joined(separator: Self.mark) }

  private static let mark = "\u{3}"

  private static func tag(_ text: String) -> UInt32 {
    FieldDigest(.of(text: text), in: .text(length: nil)).bits
  }
}
