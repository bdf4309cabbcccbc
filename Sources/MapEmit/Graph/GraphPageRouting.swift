/// The script of the graph's page that leads edges around cards.
enum GraphPageRouting {
  static let text = #"""
    // Forward edges leave a card on its right and arrive on the left of another; edges back go the
    // other way round, edges within a wave from right to right.
    for (const edge of edges) {
      const steps = mappings[edge.to].wave - mappings[edge.from].wave;
      edge.way = Math.sign(steps);
      edge.startSide = edge.way < 0 ? "left" : "right";
      edge.endSide = edge.way > 0 ? "left" : "right";
      edge.passed = shown.filter(wave => (wave - mappings[edge.from].wave) * edge.way > 0
        && (mappings[edge.to].wave - wave) * edge.way > 0);
      if (edge.way < 0) edge.passed.reverse();
    }

    // What meets one side of a card spreads over it, in the order of the far ends.
    function spread() {
      const sides = new Map();
      const add = (edge, end, own, far, side) => {
        const key = `${own} ${side}`;
        if (!sides.has(key)) sides.set(key, []);
        sides.get(key).push({ edge, end, own, far });
      };
      for (const edge of edges) {
        add(edge, "y1", edge.from, edge.to, edge.startSide);
        add(edge, "y2", edge.to, edge.from, edge.endSide);
      }
      for (const ends of sides.values()) {
        ends.sort((a, b) => cards[a.far].offsetTop - cards[b.far].offsetTop || a.far - b.far);
        ends.forEach(({ edge, end, own }, position) => {
          const card = cards[own];
          edge[end] = card.offsetTop + card.offsetHeight * (position + 1) / (ends.length + 1);
        });
      }
    }

    // The spaces between the cards of each wave, through which edges pass it.
    function spaces() {
      const result = {};
      for (const wave of shown) {
        const members = waves[wave].map(member => cards[member]);
        const ys = members.map(card => card.offsetTop - 9);
        const last = members[members.length - 1];
        ys.push(last.offsetTop + last.offsetHeight + 9);
        result[wave] = ys.map(y => ({ y, edges: [] }));
      }
      return result;
    }

    // Each edge takes the space nearest to the straight line; lanes keep those of a space apart.
    function route() {
      const free = spaces();
      for (const edge of edges) {
        edge.lanes = edge.passed.map((wave, position) => {
          const y = edge.y1 + (edge.y2 - edge.y1) * (position + 1) / (edge.passed.length + 1);
          const space = free[wave].reduce((best, other) =>
            Math.abs(other.y - y) < Math.abs(best.y - y) ? other : best);
          space.edges.push(edge);
          return space;
        });
      }
      for (const wave of shown) {
        for (const space of free[wave]) space.edges.sort((a, b) => a.y1 - b.y1 || a.y2 - b.y2);
      }
    }

    function lane(space, edge) {
      const count = space.edges.length;
      return space.y + (space.edges.indexOf(edge) - (count - 1) / 2) * Math.min(4, 13 / count);
    }

    function curve(x1, y1, x2, y2, way) {
      const bend = way === 0 ? 46 : Math.max(22, Math.abs(x2 - x1) / 2);
      const back = way === 0 ? -1 : 1;
      const sign = way < 0 ? -1 : 1;
      return `C${x1 + sign * bend} ${y1} ${x2 - sign * back * bend} ${y2} ${x2} ${y2}`;
    }

    function draw() {
      const left = columns.offsetLeft;
      picture.setAttribute("width", canvas.scrollWidth);
      picture.setAttribute("height", canvas.scrollHeight);
      spread();
      route();
      for (const edge of edges) {
        const side = (card, name) => columns.offsetLeft + card.offsetLeft
          + (name === "right" ? card.offsetWidth : 0);
        const top = columns.offsetTop;
        let x = side(cards[edge.from], edge.startSide), y = top + edge.y1;
        let path = `M${x} ${y}`;
        edge.passed.forEach((wave, position) => {
          const column = cards[waves[wave][0]];
          const near = left + column.offsetLeft + (edge.way > 0 ? 0 : column.offsetWidth);
          const far = left + column.offsetLeft + (edge.way > 0 ? column.offsetWidth : 0);
          const level = top + lane(edge.lanes[position], edge);
          path += curve(x, y, near, level, edge.way) + `H${far}`;
          x = far;
          y = level;
        });
        const tip = edge.endSide === "left" ? 1 : -1;
        const end = side(cards[edge.to], edge.endSide) - 7 * tip;
        path += curve(x, y, end, top + edge.y2, edge.way);
        edge.line.setAttribute("d", path);
        edge.tip.setAttribute("d", `M${end + 6 * tip} ${top + edge.y2}l${-8 * tip} -4v8z`);
      }
    }
    """#
}
