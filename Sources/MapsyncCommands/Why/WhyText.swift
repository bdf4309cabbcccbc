/// `mapsync why` for people.
extension WhyAnswer {
  private func more(_ count: Int) -> [String] {
    count > 0 ? ["  and \(Numbers.text(count)) more; --all shows them"] : []
  }

  var text: String {
    var lines = ["\(record.table):\(record.name) (\(record.id))"]
    if !record.exists {
      lines.append("is gone")
    } else if let modified = record.modified {
      lines.append(
        "changed \(modified) by \(record.isOurs == true ? "the integration" : "somebody else")")
    }
    for mapping in mappings {
      lines.append("")
      lines += mapping.lines
    }
    if !history.isEmpty {
      lines += ["", "history, newest first"]
      lines += history.map { "  " + $0.text }
      lines += more(moreHistory)
    }
    if !jobs.isEmpty {
      lines += ["", "jobs"]
      lines += jobs.map { job in
        "  \(job.job)  \(job.started)  \(job.mapping) \(job.direction) \(job.type): "
          + CountersText.of(job.counters)
      }
    }
    if !jobs.isEmpty { lines += more(moreJobs) }
    return AnswerLines.text(lines)
  }
}
