import Foundation
import Testing

@Suite("The pages for people")
struct PageTests {
  @Test("the README has at most 300 lines")
  func length() throws {
    #expect(try Page("README.md").lines <= 300)
  }

  @Test("every file and folder that a page names is there")
  func paths() throws {
    let names = Set(
      Repository.files(
        in: "Sources", "Tests", "Plugins", "Benchmarks",
        ending: ".swift", ".sh", ".tsv", ".txt", ".py"
      ).compactMap { $0.split(separator: "/").last.map(String.init) } + ["Package.swift"])
    for page in try Page.all() {
      let lost = page.paths.filter { !Repository.exists($0) }
      #expect(lost.isEmpty, "\(page): \(lost)")
      let unknown = page.fileNames.filter { !names.contains($0) }
      #expect(unknown.isEmpty, "\(page): \(unknown)")
    }
    #expect(try Page("docs/architecture.md").paths.count > 40)
  }

  @Test("every link of a page leads somewhere")
  func links() throws {
    for page in try Page.all() {
      #expect(!page.links.isEmpty, "\(page)")
      for link in page.links where !link.hasPrefix("https://") {
        #expect(try leads(link, from: page.path), "\(page): \(link)")
      }
    }
  }

  @Test("a section that code names by its page is there")
  func sections() throws {
    let named = try CitingText.all().filter { $0.text.contains(".md#") }.flatMap { text in
      text.text.matches(of: #/\b((?:docs\/\w+|README)\.md#[\w\-]+)/#).map { (text, String($0.1)) }
    }
    #expect(named.count > 50)
    for (text, section) in named {
      #expect(try leads(section, from: ""), "\(text): \(section)")
    }
  }

  private func leads(_ link: String, from path: String) throws -> Bool {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = path.contains("/") ? path.prefix { $0 != "/" } + "/" : ""
    let target =
      parts[0].isEmpty
      ? path : URL(filePath: "/\(folder)\(parts[0])").standardized.path().dropFirst().description
    guard Repository.exists(target) else { return false }
    return try parts.count == 1 || Page(target).anchors.contains(String(parts[1]))
  }
}
