import Foundation
import Testing

/// Orders of a story's steps: as many as a minute allows for all stories, more by
/// MAPC_INTERLEAVINGS. Of a standstill two interruptions are what there is to see, and all of these
/// orders are gone through: some faults show in a single one.
private enum Extent {
  static let environment = ProcessInfo.processInfo.environment
  static let most = environment["MAPC_INTERLEAVINGS"].flatMap(Int.init)

  static func explore(_ story: Story) async throws {
    let explorer = Explorer(
      story: story, interruptions: most == nil ? 2 : 3,
      limit: most ?? (story.stalls ? 300 : 40))
    guard let broken = try await explorer.explore().broken else { return }
    Issue.record(Comment(rawValue: StoryText(story, broken).text))
  }
}

@Suite("Whoever is at work, in whatever order")
struct InterleavingTests {
  @Test(
    "every edit arrives or is named, nothing is doubled, and what was said to be done is done",
    arguments: Stories.orders)
  func orders(_ story: Story) async throws { try await Extent.explore(story) }

  @Test(
    "an execution that was printed is run again",
    .enabled(if: Extent.environment["MAPC_REPLAY"] != nil))
  func again() async throws {
    let parts = Extent.environment["MAPC_REPLAY", default: ""]
      .split(separator: " @", maxSplits: 1).map(String.init)
    let title = try #require(parts.first)
    let story = try #require(
      (Stories.orders + Stories.ends + InterruptionTests.stories).first { $0.title == title },
      "there is no story '\(title)'")
    let choices = try #require(StoryText.choices(parts.count == 2 ? parts[1] : ""))
    let image = try await WorldImage.of(story.setup)
    let files = try WorldFiles(image, processes: story.deeds.count + 1)
    let execution = try await Execution.run(story, choices, image, files)
    print(StoryText(story, execution).text)
    #expect(execution.broken == [])
  }
}

@Suite("Whoever is killed, or stands still for long")
struct EndTests {
  @Test("the same holds", arguments: Stories.ends)
  func ends(_ story: Story) async throws { try await Extent.explore(story) }
}
