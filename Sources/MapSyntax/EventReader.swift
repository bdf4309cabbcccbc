import CLibYAML
import MapSource

/// Runs libyaml over a file and hands its events to a builder.
enum EventReader {
  static func read(into builder: inout TreeBuilder) {
    let source = builder.source
    let mark = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var offsets = ByteOffsets(source: source, from: mark)
    source.withUnsafeBufferPointer { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else {
        builder.stop(
          Finding("yaml-syntax", "libyaml could not be started", at: builder.span(0, 0)))
        return
      }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      if let base = bytes.baseAddress {
        yaml_parser_set_input_string(&parser, base + mark, bytes.count - mark)
      } else {
        yaml_parser_set_input_string(&parser, nil, 0)
      }
      run(&parser, &offsets, &builder)
    }
  }

  private static func run(
    _ parser: inout yaml_parser_t, _ offsets: inout ByteOffsets, _ builder: inout TreeBuilder
  ) {
    var documents = 0
    var event = yaml_event_t()
    while !builder.hasStopped {
      guard yaml_parser_parse(&parser, &event) == 1 else {
        builder.stop(problem(parser, &offsets, builder))
        return
      }
      defer { yaml_event_delete(&event) }
      let start = offsets.offset(of: event.start_mark)
      let end = offsets.offset(of: event.end_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          builder.stop(
            Finding(
              "yaml-syntax", "a second document in one file", at: builder.span(start, end),
              help: "write one mapping or table a file"))
        }
      case YAML_ALIAS_EVENT:
        builder.alias(text(event.data.alias.anchor), start: start, end: end)
      case YAML_SCALAR_EVENT:
        scalar(event.data.scalar, start, end, &builder)
      case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        refuseTag(data.tag, start, end, &builder)
        builder.begin(
          .sequence, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE,
          anchor: data.anchor.map { text($0) }, start: start, end: end)
      case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        refuseTag(data.tag, start, end, &builder)
        builder.begin(
          .mapping, isFlow: data.style == YAML_FLOW_MAPPING_STYLE,
          anchor: data.anchor.map { text($0) }, start: start, end: end)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        builder.end(at: end)
      default: break
      }
    }
  }

  private typealias ScalarData = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

  private static func scalar(
    _ data: ScalarData, _ start: Int, _ end: Int, _ builder: inout TreeBuilder
  ) {
    refuseTag(data.tag, start, end, &builder)
    let style: SyntaxNode.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    var start = start
    var end = end
    if let anchor = data.anchor {
      // The mark stands at the anchor; the value begins behind it.
      start += text(anchor).utf8.count + 1
      while start < end, [0x20, 0x09, 0x0A, 0x0D].contains(builder.source[start]) { start += 1 }
    }
    if style == .literal || style == .folded {
      while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(builder.source[end - 1]) { end -= 1 }
    }
    builder.scalar(
      UnsafeBufferPointer(start: data.value, count: data.length), style: style,
      anchor: data.anchor.map { text($0) }, start: start, end: end)
  }

  private static func refuseTag(
    _ tag: UnsafeMutablePointer<yaml_char_t>?, _ start: Int, _ end: Int,
    _ builder: inout TreeBuilder
  ) {
    guard let tag else { return }
    builder.stop(
      Finding(
        "yaml-syntax", "the tag '\(text(tag))'; the mapping language has none",
        at: builder.span(start, end), help: "leave the tag out; every plain value is text"))
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>) -> String {
    String(cString: pointer)
  }

  private static func problem(
    _ parser: yaml_parser_t, _ offsets: inout ByteOffsets, _ builder: TreeBuilder
  ) -> Finding {
    let isReader = parser.error == YAML_READER_ERROR
    let offset =
      isReader
      ? offsets.mark + Int(parser.problem_offset) : offsets.anyOffset(of: parser.problem_mark)
    let problem = SyntaxProblem(
      source: builder.source, said: parser.problem.map { String(cString: $0) } ?? "unreadable",
      offset: min(offset, builder.source.count),
      beginning: parser.context == nil || isReader
        ? nil : offsets.anyOffset(of: parser.context_mark),
      reading: parser.context.map { String(cString: $0) } ?? "a file",
      lastQuoted: builder.lastQuoted, file: builder.file)
    return problem.finding
  }
}
