/// The script of the graph's page that answers the mouse, the keyboard and the search box.
enum GraphPageActions {
  static let text = #"""
    const search = document.getElementById("search");
    const found = document.getElementById("found");
    let selected = null;
    let matches = null;

    function reach(start, next) {
      const seen = new Set();
      const open = [start];
      while (open.length) {
        for (const other of next[open.pop()]) {
          if (!seen.has(other)) { seen.add(other); open.push(other); }
        }
      }
      return seen;
    }

    function paint(needed, dependents) {
      const inside = (set, member) => member === selected || set.has(member);
      cards.forEach((card, member) => {
        const isRelated = selected === null || member === selected || needed.has(member)
          || dependents.has(member);
        card.classList.toggle("selected", member === selected);
        card.classList.toggle("needed", needed.has(member));
        card.classList.toggle("dependent", dependents.has(member));
        card.classList.toggle("found", matches !== null && matches.has(member));
        card.classList.toggle("dim", matches === null ? !isRelated : !matches.has(member));
        card.setAttribute("aria-pressed", String(member === selected));
      });
      for (const edge of edges) {
        const isNeeded = !edge.soft && inside(needed, edge.from) && inside(needed, edge.to);
        const isDependent = !edge.soft && inside(dependents, edge.from)
          && inside(dependents, edge.to);
        const isNear = edge.soft && (edge.from === selected || edge.to === selected);
        const isDim = selected === null
          ? matches !== null && !(matches.has(edge.from) && matches.has(edge.to))
          : !(isNeeded || isDependent || isNear);
        for (const [shape, kind] of [[edge.line, "edge"], [edge.tip, "tip"]]) {
          const names = [kind];
          if (edge.soft) names.push("soft");
          if (selected !== null && isNeeded) names.push("needed");
          if (selected !== null && isDependent) names.push("dependent");
          if (selected !== null && isNear) names.push("near");
          if (isDim) names.push("dim");
          shape.setAttribute("class", names.join(" "));
        }
      }
    }

    function select(member) {
      selected = member;
      const needed = member === null ? new Set() : reach(member, before);
      const dependents = member === null ? new Set() : reach(member, after);
      paint(needed, dependents);
      showDetails(member, needed, dependents);
      const hash = member === null ? "" : "#" + encodeURIComponent(mappings[member].name);
      history.replaceState(null, "", location.pathname + location.search + hash);
      if (member !== null) cards[member].scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    const texts = mappings.map(mapping => [mapping.name, mapping.bc, mapping.sales,
      mapping.description, ...mapping.needs.flatMap(need => need.reasons.map(reason => reason.words)),
    ].join("\n").toLowerCase());

    function look() {
      const wanted = search.value.trim().toLowerCase();
      matches = wanted === "" ? null : new Set(
        texts.flatMap((text, member) => text.includes(wanted) ? [member] : []));
      found.textContent = matches === null ? "" : `${matches.size} of ${mappings.length}`;
      select(selected);
    }

    // To the nearest card in a direction: up and down within a wave, left and right between waves.
    function move(card, key) {
      const column = card.parentElement;
      if (key === "ArrowUp" || key === "ArrowDown") {
        const next = key === "ArrowUp" ? card.previousElementSibling : card.nextElementSibling;
        return next && next.classList.contains("card") ? next : null;
      }
      const other = key === "ArrowLeft" ? column.previousElementSibling
        : column.nextElementSibling;
      if (!other) return null;
      const distance = item => Math.abs(item.offsetTop - card.offsetTop);
      return [...other.querySelectorAll(".card")]
        .reduce((best, item) => best && distance(best) <= distance(item) ? best : item, null);
    }

    columns.addEventListener("click", event => {
      const card = event.target.closest(".card");
      if (!card) { select(null); return; }
      const member = Number(card.dataset.number);
      select(member === selected ? null : member);
    });
    columns.addEventListener("keydown", event => {
      const card = event.target.closest(".card");
      if (!card || !event.key.startsWith("Arrow")) return;
      const next = move(card, event.key);
      event.preventDefault();
      if (next) next.focus();
    });
    search.addEventListener("input", look);
    search.addEventListener("keydown", event => {
      if (event.key !== "Enter" || !matches || !matches.size) return;
      const first = Math.min(...matches);
      select(first);
      cards[first].focus();
    });
    document.addEventListener("keydown", event => {
      if (event.key === "/" && event.target !== search) {
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.key === "Escape") {
        search.value = "";
        selected = null;
        look();
      }
    });
    window.addEventListener("resize", draw);

    function fromAddress() {
      let name = "";
      try { name = decodeURIComponent(location.hash.slice(1)); } catch { name = ""; }
      const member = mappings.findIndex(mapping => mapping.name === name);
      select(member < 0 ? null : member);
    }
    window.addEventListener("hashchange", fromAddress);

    document.getElementById("summary").textContent =
      `${mappings.length} mappings in ${shown.length} waves`
      + (graph.features.length ? `, under ${graph.features.join(", ")}` : "");
    draw();
    if (document.fonts) document.fonts.ready.then(draw);
    fromAddress();
    """#
}
