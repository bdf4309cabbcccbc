import MapRuntime

/// Stories in which a process is killed or stands still.
extension Stories {
  static let kills: [Story] = [
    Story(
      title: "a killed creation to Sales", setup: WorldSetup(scope: .all, inBC: [adatum]),
      deeds: [.run, .edit(adatum, .sales, .phone, "2")], kills: true),
    Story(
      title: "a killed creation to BC", setup: WorldSetup(scope: .all, inSales: [adatum]),
      deeds: [.run, .edit(adatum, .bc, .phone, "2")], kills: true),
    Story(
      title: "a killed creation beside another run",
      setup: WorldSetup(scope: .all, inBC: [adatum]), deeds: [.run, .run], kills: true),
    Story(
      title: "a creation that is killed between two records",
      setup: WorldSetup(scope: .all, inBC: [adatum, fabrikam], isPiecemeal: true),
      deeds: [.run, .edit(fabrikam, .bc, .phone, "2")], kills: true),
    Story(
      title: "an update that is killed between two records",
      setup: WorldSetup(pairs: [adatum, fabrikam], isPiecemeal: true),
      before: [.edit(adatum, .bc, .phone, "1"), .edit(fabrikam, .bc, .phone, "1")],
      deeds: [.run, .edit(fabrikam, .sales, .address, "Dock")], kills: true),
    Story(
      title: "a killed full synchronization",
      setup: WorldSetup(scope: .all, inBC: [adatum], inSales: [fabrikam]),
      deeds: [.full, .edit(fabrikam, .bc, .phone, "2")], kills: true),
    Story(
      title: "killed salespeople",
      setup: WorldSetup(mapping: .salespeople, scope: .all, inSales: ["a@adatum.example"]),
      deeds: [.run, .edit("a@adatum.example", .sales, .phone, "2")], kills: true),
    Story(
      title: "a killed uncouple", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")], deeds: [.uncouple(adatum), .run], kills: true),
    Story(
      title: "a killed couple", setup: WorldSetup(loose: [adatum]),
      deeds: [.couple(adatum), .run], kills: true),
    Story(
      title: "a killed sync", setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.sync(adatum, nil), .edit(adatum, .sales, .address, "Dock")], kills: true),
  ]

  static func kills(_ conflict: ConflictPolicy) -> [Story] {
    let setup = WorldSetup(conflict: conflict, pairs: [adatum])
    let said = conflict.said
    return [
      Story(
        title: "a killed update to Sales, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1")],
        deeds: [.run, .edit(adatum, .sales, .address, "Dock")], kills: true),
      Story(
        title: "a killed update to BC, \(said)", setup: setup,
        before: [.edit(adatum, .sales, .phone, "1")],
        deeds: [.run, .edit(adatum, .bc, .address, "Dock")], kills: true),
      Story(
        title: "a killed merge, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .credit, "500"), .edit(adatum, .sales, .state, "inactive")],
        deeds: [.run], kills: true),
      Story(
        title: "a killed run on another field of each side, \(said)", setup: setup,
        before: [.edit(adatum, .bc, .phone, "1"), .edit(adatum, .sales, .address, "Dock")],
        deeds: [.run, .edit(adatum, .sales, .phone, "2")], kills: true),
      Story(
        title: "a killed run beside another, \(said)", setup: setup,
        before: [.edit(adatum, .sales, .phone, "1")],
        deeds: [.run, .run, .edit(adatum, .sales, .phone, "2")], kills: true),
    ]
  }

  /// One process stands still for longer than any lease lasts, and then goes on.
  static let stalls: [Story] = [
    Story(
      title: "a run that stood still creates",
      setup: WorldSetup(scope: .all, inBC: [adatum]), deeds: [.run, .run], stalls: true),
    Story(
      title: "a run that stood still writes what was edited since",
      setup: WorldSetup(pairs: [adatum]), before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .run, .edit(adatum, .bc, .phone, "2")], stalls: true),
    Story(
      title: "a run that stood still writes to BC what was edited since",
      setup: WorldSetup(pairs: [adatum]), before: [.edit(adatum, .sales, .phone, "1")],
      deeds: [.run, .run, .edit(adatum, .sales, .phone, "2")], stalls: true),
    Story(
      title: "a run that stood still merges",
      setup: WorldSetup(pairs: [adatum]),
      before: [.edit(adatum, .bc, .credit, "500"), .edit(adatum, .sales, .state, "inactive")],
      deeds: [.run, .run, .edit(adatum, .bc, .credit, "700")], stalls: true),
    Story(
      title: "a run that stood still records what was uncoupled since",
      setup: WorldSetup(pairs: [adatum]), before: [.edit(adatum, .bc, .phone, "1")],
      deeds: [.run, .uncouple(adatum)], stalls: true),
    Story(
      title: "a full synchronization that stood still",
      setup: WorldSetup(scope: .all, inBC: [adatum], inSales: [fabrikam]), deeds: [.full, .run],
      stalls: true),
    Story(
      title: "a run that stood still and is killed",
      setup: WorldSetup(scope: .all, inBC: [adatum]), deeds: [.run, .run], kills: true,
      stalls: true),
  ]
}
