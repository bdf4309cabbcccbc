/// The script of the graph's page that says everything about one mapping.
enum GraphPageDetails {
  static let text = #"""
    const details = document.getElementById("details");

    function place(where) { return make("span", "place", `${where.file}:${where.line}`); }

    function link(member) {
      const button = make("button", "link", mappings[member].name);
      button.type = "button";
      button.addEventListener("click", () => { select(member); cards[member].focus(); });
      return button;
    }

    function section(title, entries, empty) {
      details.append(make("h3", "", title));
      if (!entries.length) { details.append(make("p", "quiet", empty)); return; }
      const list = make("ul");
      list.append(...entries);
      details.append(list);
    }

    // A mapping and the reasons that one of the two gives for the other.
    function entry(member, need) {
      const item = make("li");
      item.append(link(member));
      const reasons = make("ul");
      for (const reason of need.reasons) {
        const line = make("li", "", `${reason.words} `);
        line.append(place(reason.place));
        reasons.append(line);
      }
      item.append(reasons);
      return item;
    }

    function indirect(title, members) {
      if (!members.length) return;
      section(title, members.map(member => {
        const item = make("li");
        item.append(link(member));
        return item;
      }), "");
    }

    function showDetails(member, needed, dependents) {
      details.replaceChildren();
      if (member === null) {
        details.append(
          make("h2", "", "Which goes first"),
          make("p", "quiet", "An arrow goes from a mapping to those whose records wait for its "
            + "records. Choose a mapping to see what it needs, what needs it, and why."),
          make("p", "quiet", "Arrow keys move between cards, Enter chooses, Esc starts again."));
        return;
      }
      const mapping = mappings[member];
      const close = make("button", "link close", "Close");
      close.type = "button";
      close.addEventListener("click", () => { select(null); cards[member].focus(); });
      const words = { "both": "in both directions", "to-sales": "to Sales",
        "to-bc": "to Business Central" };
      details.append(close, make("h2", "", mapping.name));
      if (mapping.description) details.append(make("p", "", mapping.description));
      details.append(
        make("p", "quiet", `${tables(mapping)}, ${words[mapping.direction]}, wave ${mapping.wave}`));
      const where = make("p", "quiet");
      where.append(place(mapping.place));
      details.append(where);

      const hard = mapping.needs.filter(need => !need.soft);
      const soft = mapping.needs.filter(need => need.soft);
      section("Needs", hard.map(need => entry(need.to, need)), "Nothing: it can go first.");
      const near = new Set(hard.map(need => need.to));
      indirect("Needs through these", [...needed].filter(other => !near.has(other)).sort(byNumber));
      if (soft.length) section("Does not wait for", soft.map(need => entry(need.to, need)), "");
      const users = soft => mappings.flatMap((other, from) => other.needs
        .filter(need => need.to === member && need.soft === soft)
        .map(need => entry(from, need)));
      section("Needed by", users(false), "No mapping.");
      const direct = new Set(after[member]);
      indirect("Needed by through these",
        [...dependents].filter(other => !direct.has(other)).sort(byNumber));
      const idle = users(true);
      if (idle.length) section("Not waited for by", idle, "");
      details.scrollTop = 0;
    }

    function byNumber(a, b) { return a - b; }
    """#
}
