/// The frame of the graph's page.
enum GraphPageBody {
  static let text = #"""
    <header>
      <div class="title">
        <h1>Prerequisites</h1>
        <p id="summary"></p>
      </div>
      <div class="search" role="search">
        <label for="search">Search</label>
        <input id="search" type="search" autocomplete="off" spellcheck="false"
          placeholder="mapping, table or field" aria-describedby="found">
        <kbd title="Press / to search">/</kbd>
        <output id="found" for="search"></output>
      </div>
      <ul class="legend" aria-label="Legend">
        <li><svg width="34" height="10" aria-hidden="true"><path class="edge" d="M1 5H33"/></svg>
          goes first</li>
        <li><svg width="34" height="10" aria-hidden="true"><path class="edge soft"
          d="M1 5H33"/></svg> is not waited for</li>
        <li><i class="swatch needed"></i>needed</li>
        <li><i class="swatch dependent"></i>dependent</li>
      </ul>
    </header>
    <noscript><p class="hint">This page draws the graph with a script.</p></noscript>
    <main>
      <div id="scroller" tabindex="-1"><div id="canvas">
        <svg id="edges" aria-hidden="true"></svg>
        <div id="waves"></div>
      </div></div>
      <aside id="details" aria-live="polite" aria-label="Details"></aside>
    </main>
    """#
}
