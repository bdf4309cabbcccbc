/// The script of the graph's page that makes cards and edges.
enum GraphPageDrawing {
  static let text = #"""
    const graph = JSON.parse(document.getElementById("graph").textContent);
    const mappings = graph.mappings;
    const canvas = document.getElementById("canvas");
    const scroller = document.getElementById("scroller");
    const columns = document.getElementById("waves");
    const picture = document.getElementById("edges");
    const arrows = { "both": "\u2194", "to-sales": "\u2192", "to-bc": "\u2190" };

    // Every text of the project comes in here, as text.
    function make(tag, className, text) {
      const element = document.createElement(tag);
      if (className) element.className = className;
      if (text !== undefined) element.textContent = text;
      return element;
    }

    function tables(mapping) {
      return `${mapping.bc} ${arrows[mapping.direction]} ${mapping.sales}`;
    }

    // An edge goes from what is needed to what needs it. A mapping that is needed anyway is drawn once.
    const edges = [];
    mappings.forEach((mapping, to) => {
      const hard = new Set(mapping.needs.filter(need => !need.soft).map(need => need.to));
      for (const need of mapping.needs) {
        if (need.soft && hard.has(need.to)) continue;
        edges.push({ from: need.to, to, soft: need.soft });
      }
    });
    const before = mappings.map(() => []);
    const after = mappings.map(() => []);
    for (const edge of edges) {
      if (edge.soft) continue;
      before[edge.to].push(edge.from);
      after[edge.from].push(edge.to);
    }

    // Waves are columns. A few sweeps put each card near the middle of its neighbours.
    const waves = [];
    mappings.forEach((mapping, number) => { (waves[mapping.wave] ??= []).push(number); });
    const shown = Object.keys(waves).map(Number);
    const rows = [];
    function number(wave) {
      waves[wave].forEach((member, row) => {
        rows[member] = (row + .5) / waves[wave].length;
      });
    }
    shown.forEach(number);
    for (let sweep = 0; sweep < 8; sweep++) {
      const order = sweep % 2 ? [...shown].reverse() : shown;
      for (const wave of order) {
        const middle = member => {
          const near = [...before[member], ...after[member]];
          if (!near.length) return rows[member];
          return near.reduce((sum, other) => sum + rows[other], 0) / near.length;
        };
        const wanted = new Map(waves[wave].map(member => [member, middle(member)]));
        waves[wave].sort((a, b) => wanted.get(a) - wanted.get(b) || a - b);
        number(wave);
      }
    }

    const cards = [];
    for (const wave of shown) {
      const column = make("section", "wave");
      const title = make("h2", "", `Wave ${wave} `);
      title.append(make("span", "", wave === 0 ? "needs nothing" : ""));
      column.append(title);
      column.setAttribute("aria-label", `Wave ${wave}`);
      for (const member of waves[wave]) {
        const mapping = mappings[member];
        const card = make("button", "card");
        card.type = "button";
        card.dataset.number = member;
        card.setAttribute("aria-pressed", "false");
        card.append(make("strong", "", mapping.name), make("small", "", tables(mapping)));
        cards[member] = card;
        column.append(card);
      }
      columns.append(column);
    }

    const names = "http://www.w3.org/2000/svg";
    for (const edge of edges) {
      edge.line = document.createElementNS(names, "path");
      edge.tip = document.createElementNS(names, "path");
      picture.append(edge.line, edge.tip);
    }
    """#
}
