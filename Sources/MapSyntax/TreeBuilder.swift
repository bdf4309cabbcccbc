import MapSource

/// Puts a tree together from events, counting against the limits while they come.
struct TreeBuilder {
  /// A collection whose end has not come yet.
  private struct Open {
    let index: Int32
    let childrenFrom: Int
    let anchor: String?
    var weight = 1
  }

  private struct Anchored {
    let index: Int32
    let weight: Int
  }

  let source: [UInt8]
  let file: Int32
  let limits: SyntaxLimits
  private(set) var findings: [Finding] = []
  private(set) var hasStopped = false

  private var buffer: [UInt8] = []
  private var records: [NodeRecord] = []
  private var children: [Int32] = []
  private var pending: [Int32] = []
  private var open: [Open] = []
  private var anchors: [String: Anchored] = [:]
  private var aliases = 0
  private var weight = 0
  private var root: Int32?
  private var doubled: Set<Int32> = []
  private var isComplete = true

  init(source: [UInt8], file: Int32, limits: SyntaxLimits) {
    self.source = source
    self.file = file
    self.limits = limits
    records.reserveCapacity(source.count / 10 + 8)
    children.reserveCapacity(source.count / 10 + 8)
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file, start: Int32(start), end: Int32(max(start, end)))
  }

  /// Reports something that makes the rest of the file unreadable.
  mutating func stop(_ finding: Finding) {
    findings.append(finding)
    hasStopped = true
    isComplete = false
  }

  /// Reports something that leaves the rest readable.
  mutating func report(_ finding: Finding) { findings.append(finding) }

  mutating func scalar(
    _ text: UnsafeBufferPointer<UInt8>, style: SyntaxNode.Style, anchor: String?, start: Int,
    end: Int
  ) {
    let inset = style == .plain ? 0 : 1
    let inner = start + inset..<max(start + inset, end - inset)
    let stands =
      inner.count == text.count && style != .literal && style != .folded
      && source.withUnsafeBufferPointer { bytes in
        inner.upperBound <= bytes.count
          && Self.areEqual(UnsafeBufferPointer(rebasing: bytes[inner]), text)
      }
    let first = stands ? inner.lowerBound : buffer.count
    if !stands { buffer.append(contentsOf: text) }
    let index = append(
      NodeRecord(
        kind: .scalar, style: style, isBuffered: !stands, start: Int32(start), end: Int32(end),
        first: Int32(first), count: Int32(text.count)))
    add(index, weight: 1, anchor: anchor)
  }

  mutating func begin(_ kind: NodeRecord.Kind, isFlow: Bool, anchor: String?, start: Int, end: Int)
  {
    if open.count >= limits.depth {
      stop(
        Finding(
          "yaml-limit", "nesting deeper than \(limits.depth)", at: span(start, start + 1),
          help: "a mapping file needs fewer than ten levels"))
      return
    }
    let index = append(
      NodeRecord(
        kind: kind, style: isFlow ? .flow : .block, isBuffered: false, start: Int32(start),
        end: Int32(end), first: 0, count: 0))
    open.append(Open(index: index, childrenFrom: pending.count, anchor: anchor))
  }

  mutating func end(at end: Int) {
    guard let collection = open.popLast() else { return }
    close(collection, end: end)
    add(collection.index, weight: collection.weight, anchor: collection.anchor)
  }

  mutating func alias(_ name: String, start: Int, end: Int) {
    aliases += 1
    if aliases > limits.aliases {
      stop(
        Finding(
          "yaml-limit", "more than \(limits.aliases) alias uses", at: span(start, end),
          help: "write the values out"))
    } else if let anchored = anchors[name] {
      add(anchored.index, weight: anchored.weight, anchor: nil)
    } else {
      stop(
        Finding(
          "yaml-syntax", "the alias '\(name)' has no anchor before it", at: span(start, end),
          help: "say '&\(name)' at the value that it stands for, or write the value out"))
    }
  }

  /// Reports a space that is none to YAML, in the place of what it led to.
  mutating func refuseStrangeSpaces() {
    let stopped = hasStopped ? findings.last?.places.map { Int($0.end) }.max() : nil
    let finding = HiddenCharacters.space(in: source, file: file, before: stopped) { offset in
      let record = records.first {
        $0.kind == .scalar && Int($0.start) <= offset && offset < Int($0.end)
      }
      return record.map { $0.style == .plain }
    }
    guard let finding else { return }
    if hasStopped { findings.removeLast() }
    stop(finding)
    for place in records.indices where records[place].style == .plain { readSpaces(of: place) }
  }

  /// Reads such spaces of a text as the spaces that they look like, so that a name with one is no
  /// unknown name besides.
  private mutating func readSpaces(of place: Int) {
    let record = records[place]
    guard record.kind == .scalar, record.count > 0 else { return }
    let range = Int(record.first)..<Int(record.first + record.count)
    let bytes = Array(record.isBuffered ? buffer[range] : source[range])
    guard !Encoding.isASCII(bytes) || bytes.contains(0x09) else { return }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .map { HiddenCharacters.isStrangeSpace($0) ? " " : $0 }
    var read = String.UnicodeScalarView()
    read.append(contentsOf: text)
    let changed = Array(String(read).utf8)
    guard changed != bytes else { return }
    records[place].isBuffered = true
    records[place].first = Int32(buffer.count)
    records[place].count = Int32(changed.count)
    buffer.append(contentsOf: changed)
  }

  /// The last text in quotes that was read, with them.
  var lastQuoted: Range<Int>? {
    let record = records.last { $0.style == .singleQuoted || $0.style == .doubleQuoted }
    return record.map { Int($0.start)..<Int($0.end) }
  }

  /// The tree of all that came; collections still open end where reading stopped.
  mutating func finish() -> SyntaxTree {
    while let collection = open.popLast() {
      // Where a bracket has no partner, what was read up to there is anything but what was meant.
      if records[Int(collection.index)].style == .flow {
        pending.removeLast(pending.count - collection.childrenFrom)
      }
      close(collection, end: Int(records[Int(collection.index)].end))
      add(collection.index, weight: 0, anchor: nil)
    }
    return SyntaxTree(
      file: file, source: source, buffer: buffer, records: records, children: children,
      rootIndex: root, isComplete: isComplete, doubled: doubled)
  }

  private mutating func append(_ record: NodeRecord) -> Int32 {
    records.append(record)
    return Int32(records.count - 1)
  }

  private mutating func add(_ index: Int32, weight: Int, anchor: String?) {
    if let anchor { anchors[anchor] = Anchored(index: index, weight: weight) }
    self.weight += weight
    if self.weight > limits.nodes * limits.depth, !hasStopped { stopAtWeight(index) }
    guard let last = open.indices.last else {
      root = index
      return
    }
    open[last].weight += weight
    pending.append(index)
    if open[last].weight > limits.nodes, !hasStopped { stopAtWeight(index) }
    if pending.count - open[last].childrenFrom > 2 * limits.keys, !hasStopped,
      records[Int(open[last].index)].kind == .mapping
    {
      let record = records[Int(index)]
      // Nobody wants to hear of each of them besides.
      pending.removeLast(pending.count - open[last].childrenFrom)
      stop(
        Finding(
          "yaml-limit", "more than \(limits.keys) keys in one mapping",
          at: span(Int(record.start), Int(record.end)), help: "split the file"))
    }
  }

  private mutating func stopAtWeight(_ index: Int32) {
    let record = records[Int(index)]
    stop(
      Finding(
        "yaml-limit", "aliases that stand for more than \(limits.nodes) values",
        at: span(Int(record.start), Int(record.end)), help: "write the values out"))
  }

  private mutating func close(_ collection: Open, end: Int) {
    let isMapping = records[Int(collection.index)].kind == .mapping
    if isMapping, (pending.count - collection.childrenFrom) % 2 == 1 { addNothing() }
    let from = collection.childrenFrom
    let first = Int32(children.count)
    children.append(contentsOf: pending[from...])
    pending.removeSubrange(from...)
    let index = Int(collection.index)
    records[index].first = first
    records[index].count = Int32(children.count) - first
    // The end marks of block collections lie behind blank lines and comments.
    if records[index].style == .block, let last = children.last, children.count > Int(first) {
      let lastEnd = records[Int(last)].end
      records[index].end = lastEnd >= records[index].start ? lastEnd : Int32(end)
    } else {
      records[index].end = max(records[index].start, Int32(end))
    }
    if isMapping, !hasStopped, mayRepeatKey(from: Int(first)) {
      for repeated in DuplicateKeys.find(in: children[Int(first)...], of: key) {
        report(repeated.finding)
        doubled.formUnion([repeated.first, repeated.again])
      }
    }
  }

  /// The value that is missing where reading stopped behind a key.
  private mutating func addNothing() {
    guard let key = pending.last else { return }
    let end = records[Int(key)].end
    pending.append(
      append(
        NodeRecord(
          kind: .scalar, style: .plain, isBuffered: false, start: end, end: end, first: 0, count: 0
        )))
  }

  /// Whether two keys look alike at a glance, by their length and their ends: few do.
  private func mayRepeatKey(from first: Int) -> Bool {
    let count = (children.count - first) / 2
    if count < 2 { return false }
    if count > 32 { return true }
    var seen: UInt128 = 0
    for place in stride(from: first, to: children.count, by: 2) {
      let record = records[Int(children[place])]
      guard record.kind == .scalar, record.count > 0 else { return true }
      let start = Int(record.first)
      let end = start + Int(record.count) - 1
      let (head, tail) =
        record.isBuffered ? (buffer[start], buffer[end]) : (source[start], source[end])
      let sum = (UInt32(record.count) &* 31 &+ UInt32(head)) &* 31 &+ UInt32(tail)
      let bit: UInt128 = 1 << UInt128(sum & 127)
      if seen & bit != 0 { return true }
      seen |= bit
    }
    return false
  }

  private static func areEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count else { return false }
    for place in one.indices where one[place] != other[place] { return false }
    return true
  }

  private func key(_ index: Int32) -> DuplicateKeys.Key? {
    let record = records[Int(index)]
    guard record.kind == .scalar else { return nil }
    let range = Int(record.first)..<Int(record.first + record.count)
    return DuplicateKeys.Key(
      index: index, text: record.isBuffered ? buffer[range] : source[range],
      span: span(Int(record.start), Int(record.end)))
  }
}

extension Finding {
  /// Every place that it names.
  fileprivate var places: [Span] { [span] + notes.compactMap(\.span) }
}
