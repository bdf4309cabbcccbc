import MapRuntime

/// The stories that the tests go through.
enum Stories {
  static let adatum = "Adatum"
  static let fabrikam = "Fabrikam"

  /// All processes go on to their end.
  static let orders: [Story] =
    creations + edits + commands + older + ConflictPolicy.updates.flatMap { edits($0) }
    + ConflictPolicy.updates.flatMap { older($0, kills: false) }

  /// Processes are killed, or stand still.
  static let ends: [Story] =
    kills + ConflictPolicy.updates.flatMap { kills($0) } + stalls
    + ConflictPolicy.updates.flatMap { older($0, kills: true) }

  /// Records without a partner, and two processes that would make one.
  private static let creations: [Story] = [
    Story(
      title: "two runs create to Sales",
      setup: WorldSetup(scope: .all, inBC: [adatum, fabrikam]), deeds: [.run, .run]),
    Story(
      title: "two runs create to BC",
      setup: WorldSetup(scope: .all, inSales: [adatum, fabrikam]), deeds: [.run, .run]),
    Story(
      title: "two runs create both ways, a record at a time",
      setup: WorldSetup(scope: .all, inBC: [adatum, fabrikam], inSales: ["Litware"], batch: 1),
      deeds: [.run, .run]),
    Story(
      title: "a full synchronization and a run create",
      setup: WorldSetup(scope: .all, inBC: [adatum], inSales: [fabrikam]), deeds: [.full, .run]),
    Story(
      title: "a full synchronization finds partners beside a run",
      setup: WorldSetup(mapping: .salespeople, loose: ["a@adatum.example"]),
      deeds: [.full, .run]),
    Story(
      title: "two runs make salespeople",
      setup: WorldSetup(
        mapping: .salespeople, scope: .all, inSales: ["a@adatum.example", "b@adatum.example"]),
      deeds: [.run, .run]),
    Story(
      title: "a person edits what two runs create",
      setup: WorldSetup(scope: .all, inBC: [adatum]),
      deeds: [.run, .run, .edit(adatum, .bc, .phone, "2")]),
    Story(
      title: "a person edits what was just created",
      setup: WorldSetup(scope: .all, inBC: [adatum]),
      deeds: [.run, .edit(adatum, .sales, .phone, "2"), .edit(adatum, .sales, .address, "Dock")]),
  ]

  private static let edits: [Story] = [
    Story(
      title: "two runs and a person who edits twice",
      setup: WorldSetup(pairs: [adatum]), before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .run, .edit(adatum, .bc, .phone, "2")]),
    Story(
      title: "salespeople beside two runs",
      setup: WorldSetup(mapping: .salespeople, pairs: ["a@adatum.example"]),
      before: [.edit("a@adatum.example", .sales, .phone, "1")],
      deeds: [.run, .run, .edit("a@adatum.example", .sales, .phone, "2")]),
  ]

  /// A person's commands beside a run.
  private static let commands: [Story] = [
    Story(
      title: "uncouple beside a run to Sales", setup: WorldSetup(pairs: [adatum, fabrikam]),
      before: [.edit(adatum, .bc, .phone, "1"), .edit(fabrikam, .bc, .phone, "1")],
      deeds: [.run, .uncouple(adatum)]),
    Story(
      title: "uncouple beside a run to BC", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .sales, .phone, "1")], deeds: [.run, .uncouple(adatum)]),
    Story(
      title: "uncouple beside a run that fails", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .sales, .phone, "1"), .edit(adatum, .bc, .phone, "2")],
      deeds: [.run, .uncouple(adatum)]),
    Story(
      title: "couple beside a run", setup: WorldSetup(loose: [adatum]),
      deeds: [.run, .couple(adatum)]),
    Story(
      title: "couple and uncouple", setup: WorldSetup(loose: [adatum]),
      deeds: [.couple(adatum), .uncouple(adatum)]),
    Story(
      title: "two uncouple, and a run", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .uncouple(adatum), .uncouple(adatum)]),
    Story(
      title: "uncouple beside a sync", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.sync(adatum, nil), .uncouple(adatum)]),
    Story(
      title: "sync beside a run", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .sync(adatum, nil), .edit(adatum, .sales, .address, "Dock")]),
    Story(
      title: "sync to Sales beside a run", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .sales, .phone, "1")],
      deeds: [.run, .sync(adatum, .toSales)]),
    Story(
      title: "sync to BC beside a run", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .sync(adatum, .toBC)]),
  ]

  /// A new field map reaches what an older form of the mapping wrote, beside others.
  private static let older: [Story] = [
    Story(
      title: "a changed mapping is rolled out beside a run",
      setup: WorldSetup(pairs: [adatum, fabrikam], older: [.credit: "500"]),
      before: [.edit(adatum, .sales, .phone, "1")], deeds: [.fullOlder, .run]),
    Story(
      title: "a changed mapping is rolled out twice",
      setup: WorldSetup(pairs: [adatum], older: [.credit: "500"]),
      deeds: [.fullOlder, .fullOlder, .edit(adatum, .sales, .phone, "2")]),
    Story(
      title: "a changed mapping is rolled out, and somebody uncouples",
      setup: WorldSetup(pairs: [adatum], older: [.credit: "500"]),
      before: [.edit(adatum, .sales, .phone, "1")], deeds: [.fullOlder, .uncouple(adatum)]),
  ]

  /// A changed mapping is rolled out while people are at work on either side.
  static func older(_ conflict: ConflictPolicy, kills: Bool) -> [Story] {
    let setup = WorldSetup(conflict: conflict, pairs: [adatum], older: [.credit: "500"])
    let said = conflict.said
    let killed = kills ? "killed and " : ""
    return [
      Story(
        title: "a changed mapping is \(killed)rolled out beside edits of Sales, \(said)",
        setup: setup,
        before: [.edit(adatum, .sales, .phone, "1")],
        deeds: [.fullOlder, .edit(adatum, .sales, .address, "Dock")], kills: kills),
      Story(
        title: "a changed mapping is \(killed)rolled out beside edits of BC, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1")],
        deeds: [.fullOlder, .edit(adatum, .bc, .credit, "700")], kills: kills),
      Story(
        title: "a changed mapping is \(killed)rolled out beside edits of both, \(said)",
        setup: setup,
        deeds: [
          .fullOlder, .edit(adatum, .bc, .address, "Dock"), .edit(adatum, .sales, .phone, "2"),
        ], kills: kills),
    ]
  }

  /// A run and a person on either side.
  private static func edits(_ conflict: ConflictPolicy) -> [Story] {
    let setup = WorldSetup(conflict: conflict, pairs: [adatum])
    let said = conflict.said
    let apart = [
      Story(
        title: "each side another field beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1"), .edit(adatum, .sales, .address, "Dock")],
        deeds: [.run, .edit(adatum, .bc, .credit, "500"), .edit(adatum, .sales, .phone, "2")]),
      Story(
        title: "a merge by a person beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1"), .edit(adatum, .sales, .address, "Dock")],
        deeds: [.sync(adatum, nil), .run]),
    ]
    // Where one side changed a field, who wins among fields says no more than who wins among records.
    guard conflict.by == .record || conflict.update == .refuse else { return apart }
    return apart + [
      Story(
        title: "two runs, \(said)", setup: setup, before: [.edit(adatum, .bc, .phone, "1")],
        deeds: [.run, .run, .edit(adatum, .sales, .address, "Dock")]),
      Story(
        title: "edits of both sides beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .sales, .phone, "1")],
        deeds: [.run, .edit(adatum, .sales, .phone, "2"), .edit(adatum, .bc, .address, "Dock")]),
      Story(
        title: "two fields of BC beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1")],
        deeds: [.run, .edit(adatum, .bc, .address, "Dock"), .edit(adatum, .sales, .phone, "2")]),
      Story(
        title: "a merge beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .credit, "500"), .edit(adatum, .sales, .state, "inactive")],
        deeds: [.run, .run]),
      Story(
        title: "a full synchronization beside a run, \(said)", setup: setup,
        before: [.edit(adatum, .sales, .phone, "1")], deeds: [.full, .run]),
    ]
  }
}
