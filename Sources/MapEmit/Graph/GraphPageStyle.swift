/// The look of the graph's page, in dark and in light.
enum GraphPageStyle {
  static let text = #"""
    :root {
      color-scheme: light dark;
      --page: #f6f7f9; --card: #ffffff; --line: #d9dee5; --text: #1c2430; --quiet: #5b6675;
      --edge: #a9b4c2; --accent: #2458d3; --needed: #b45309; --dependent: #047857;
      --shadow: 0 1px 2px rgb(20 30 50 / .08), 0 2px 8px rgb(20 30 50 / .05);
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #12161c; --card: #1b2129; --line: #313a46; --text: #e5e9ef; --quiet: #98a4b3;
        --edge: #4d5a6b; --accent: #7aa5ff; --needed: #f0a84a; --dependent: #4fc99a;
        --shadow: 0 1px 2px rgb(0 0 0 / .5);
      }
    }
    * { box-sizing: border-box; }
    html, body { height: 100%; margin: 0; }
    body {
      display: flex; flex-direction: column; background: var(--page); color: var(--text);
      font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
    }
    header {
      display: flex; flex-wrap: wrap; align-items: center; gap: 10px 28px; padding: 12px 20px;
      background: var(--card); border-bottom: 1px solid var(--line);
    }
    h1 { margin: 0; font-size: 17px; }
    h2 { margin: 0; font-size: 16px; overflow-wrap: anywhere; }
    h3 { margin: 18px 0 6px; font-size: 12px; font-weight: 600; color: var(--quiet); }
    .title p { margin: 0; color: var(--quiet); font-size: 12.5px; }
    .search { display: flex; align-items: center; gap: 8px; margin-left: auto; }
    .search label { color: var(--quiet); }
    .search input {
      width: 230px; padding: 6px 10px; font: inherit; color: inherit; background: var(--page);
      border: 1px solid var(--line); border-radius: 7px;
    }
    .search output { min-width: 64px; color: var(--quiet); font-size: 12.5px; }
    kbd {
      padding: 1px 6px; font: 12px ui-monospace, "DejaVu Sans Mono", monospace;
      color: var(--quiet); border: 1px solid var(--line); border-radius: 5px;
    }
    .legend {
      display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; list-style: none;
      color: var(--quiet); font-size: 12.5px;
    }
    .legend li { display: flex; align-items: center; gap: 6px; }
    .swatch { width: 11px; height: 11px; border-radius: 3px; }
    .swatch.needed { background: var(--needed); }
    .swatch.dependent { background: var(--dependent); }
    main { display: flex; flex: 1; min-height: 0; }
    #scroller { flex: 1; overflow: auto; outline: none; }
    #canvas { position: relative; width: max-content; min-width: 100%; padding: 18px 24px 40px; }
    #edges { position: absolute; inset: 0; pointer-events: none; }
    #waves { position: relative; display: flex; align-items: flex-start; gap: 68px; }
    .wave { display: flex; flex-direction: column; gap: 18px; width: 190px; }
    .wave > h2 { font-size: 12px; font-weight: 600; color: var(--quiet); }
    .wave > h2 span { font-weight: 400; }
    .card {
      display: block; width: 100%; padding: 9px 12px 10px; text-align: left; font: inherit;
      color: inherit; background: var(--card); border: 1px solid var(--line);
      border-left: 4px solid var(--edge); border-radius: 8px; box-shadow: var(--shadow);
      cursor: pointer; transition: opacity .12s;
    }
    .card:hover { border-color: var(--accent); }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .card strong { display: block; overflow-wrap: anywhere; }
    .card small { display: block; color: var(--quiet); overflow-wrap: anywhere; }
    .card.selected { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
    .card.needed { border-color: var(--needed); }
    .card.dependent { border-color: var(--dependent); }
    .card.found strong { text-decoration: underline 2px var(--accent); text-underline-offset: 3px; }
    .card.dim { opacity: .38; }
    .card.dim:focus-visible { opacity: 1; }
    .edge { fill: none; stroke: var(--edge); stroke-width: 1.4; transition: opacity .12s; }
    .edge.soft { stroke-dasharray: 5 4; }
    .edge.needed { stroke: var(--needed); stroke-width: 2; }
    .edge.dependent { stroke: var(--dependent); stroke-width: 2; }
    .edge.near { stroke: var(--accent); stroke-width: 2; }
    .edge.dim { opacity: .16; }
    .tip { fill: var(--edge); stroke: none; }
    .tip.needed { fill: var(--needed); }
    .tip.dependent { fill: var(--dependent); }
    .tip.near { fill: var(--accent); }
    .tip.dim { opacity: .16; }
    #details {
      width: 320px; flex: none; padding: 18px 20px 30px; overflow: auto; background: var(--card);
      border-left: 1px solid var(--line);
    }
    #details p { margin: 4px 0; }
    #details ul { margin: 0; padding: 0; list-style: none; }
    #details li { margin: 0 0 9px; }
    #details li ul { margin-top: 1px; }
    #details li li { margin: 0; font-size: 12.5px; color: var(--quiet); overflow-wrap: anywhere; }
    .place { display: block; font: 12px ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .quiet, .hint { color: var(--quiet); }
    .link {
      padding: 0; font: inherit; font-weight: 600; color: var(--accent); background: none;
      border: 0; cursor: pointer; text-align: left; overflow-wrap: anywhere;
    }
    .link:hover { text-decoration: underline; }
    .close { float: right; font-size: 13px; font-weight: 400; }
    @media (max-width: 800px) {
      main { flex-direction: column; }
      #details { width: auto; max-height: 45%; border-left: 0; border-top: 1px solid var(--line); }
      .search { margin-left: 0; }
    }
    @media (prefers-reduced-motion: reduce) { .card, .edge { transition: none; } }
    @media print { #details, .search { display: none; } }
    """#
}
