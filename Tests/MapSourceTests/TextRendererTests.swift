import MapSource
import Testing

@Suite("Text for terminals")
struct TextRendererTests {
  @Test("A finding shows all that it says, notes beside and elsewhere included")
  func everything() {
    #expect(
      Sample.customer.text(Sample.unknownField) == """
        error[unknown-field]: 'Naem' is not a field of BC table 'Customer'
          --> mappings/CUSTOMER.yaml:10:11
           |
        10 |   - { bc: Naem, sales: name }
           |           ^^^^ did you mean 'Name'?
          ::: schemas/bc/Customer.yaml:3:3
         3 |   Name: text 100
           |   ---- this one is near
          ::: mappings/CUSTOMER.yaml:2:15
         2 | tables: { bc: Customer, sales: account }
           |               -------- in the mapping of this table
           = note: the table is described here (schemas/bc/Customer.yaml:1:1)
           = note: a field is named as in Business Central
           = help: name a field of the table,
                   or add it to schemas/bc/Customer.yaml
           = example:
               bc:    { No.: '10000', 'Address 2: #': Hof, 3 }
               sales: { name: Adatum }
           = features: person-ownership, field-service
        """)
  }

  @Test("A note about the finding's own line underlines it there")
  func beside() {
    let sample = Sample(("a.yaml", "- { bc: Name, sales: name }\n"))
    let note = Finding.Note("and this is what it is written to", at: sample.span("name"))
    let finding = Finding(
      "same", "message", at: sample.span("Name"), severity: .warning, notes: [note])
    #expect(
      sample.text(finding) == """
        warning[same]: message
         --> a.yaml:1:9
          |
        1 | - { bc: Name, sales: name }
          |         ^^^^
          |                      ---- and this is what it is written to
        """)
  }

  @Test("Findings stand apart, the summary comes last, and the path is the caller's")
  func report() {
    let sample = Sample(("a.yaml", "one\ntwo\n"))
    let renderer = TextRenderer(color: false) { "../" + $0 }
    let report = sample.report(
      Finding("second", "m", at: sample.span("two"), severity: .warning),
      Finding("first", "m", at: sample.span("one"), features: []), files: 2)
    #expect(
      renderer.render(report) == """
        error[first]: m
         --> ../a.yaml:1:1
          |
        1 | one
          | ^^^
          = features: none

        warning[second]: m
         --> ../a.yaml:2:1
          |
        2 | two
          | ^^^

        1 error, 1 warning in 2 files

        """)
  }

  @Test("Colours are only those of the frame around the source")
  func colors() {
    let sample = Sample(("a.yaml", "one two\n"))
    let note = Finding.Note("n", at: sample.span("one"))
    let report = sample.report(
      Finding("a", "m", at: sample.span("two"), label: "l", notes: [note], help: "h"),
      Finding("b", "m", at: sample.span("two"), severity: .warning))
    let red = "\u{1B}[1;31m"
    let yellow = "\u{1B}[1;33m"
    let blue = "\u{1B}[1;34m"
    let bold = "\u{1B}[1m"
    let off = "\u{1B}[0m"
    #expect(
      TextRenderer(color: true).render(report) == """
        \(red)error[a]\(off)\(bold): m\(off)
         \(blue)-->\(off) a.yaml:1:5
          \(blue)|\(off)
        \(blue)1 |\(off) one two
          \(blue)|\(off)     \(red)^^^ l\(off)
          \(blue)|\(off) \(blue)--- n\(off)
          \(blue)=\(off) \(bold)help:\(off) h

        \(yellow)warning[b]\(off)\(bold): m\(off)
         \(blue)-->\(off) a.yaml:1:5
          \(blue)|\(off)
        \(blue)1 |\(off) one two
          \(blue)|\(off)     \(yellow)^^^\(off)

        1 error, 1 warning in 1 file

        """)
  }

  @Test("A file without content has a place all the same")
  func emptyFile() {
    let sample = Sample(("a.yaml", ""))
    #expect(
      sample.text(Finding("empty", "m", at: Span(startOf: 0), label: "nothing")) == """
        error[empty]: m
         --> a.yaml:1:1
          |
        1 |
          | ^ nothing
        """)
  }

  @Test("Behind the last line feed there is an empty line")
  func endOfFile() {
    let sample = Sample(("a.yaml", "a: b\n"))
    #expect(
      sample.text(Finding("end", "m", at: sample.place(behind: "b\n"))) == """
        error[end]: m
         --> a.yaml:2:1
          |
        2 |
          | ^
        """)
  }
}
