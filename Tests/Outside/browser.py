"""Opens the graph's page, and uses it as a person would: BROWSER PAGE GRAPH.json."""

import json
import pathlib
import sys

from playwright.sync_api import sync_playwright

browser_path, page_path, graph_path = sys.argv[1:]
graph = json.loads(pathlib.Path(graph_path).read_text())
mappings = {mapping["name"]: mapping for mapping in graph["mappings"]}


def reach(name, following):
    """All mappings that one needs, or that need it, however far away."""
    seen = set()
    waiting = [name]
    while waiting:
        for other in following(waiting.pop()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def needed(name):
    return [need["mapping"] for need in mappings[name]["requires"]]


def dependents(name):
    return [other for other in mappings if name in needed(other)]


def names(page, selector):
    cards = page.locator(selector).element_handles()
    return {graph_names[int(card.get_attribute("data-number"))] for card in cards}


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=browser_path, args=["--no-sandbox", "--disable-dev-shm-usage"])
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: request.url.startswith(("file:", "data:"))
            or faults.append("asks the network for " + request.url))
    page.goto(pathlib.Path(page_path).resolve().as_uri())
    graph_names = [
        mapping["name"] for mapping in json.loads(page.locator("#graph").text_content())["mappings"]]

    assert page.locator(".card").count() == len(mappings), "a card for each mapping"
    assert page.locator("#edges path.edge").count() > 0, "the edges are drawn"
    assert f"{len(mappings)} mappings" in page.locator("#summary").text_content()

    # A click shows what comes first and what waits, as the graph itself says.
    number = graph_names.index("CONTACT")
    page.locator(f'.card[data-number="{number}"]').click()
    assert names(page, ".card.selected") == {"CONTACT"}
    assert names(page, ".card.needed") == reach("CONTACT", needed), "all that is needed"
    assert names(page, ".card.dependent") == reach("CONTACT", dependents), "all that waits"
    assert "CONTACT" in page.locator("#details").text_content()
    assert page.url.endswith("#CONTACT"), "the address leads back here"

    # The search narrows what is shown, and Enter takes the first.
    page.keyboard.press("/")
    page.keyboard.type("salespeople")
    found = names(page, ".card.found")
    assert "SALESPEOPLE" in found and "CURRENCY" not in found, found
    assert page.locator("#found").text_content() == f"{len(found)} of {len(mappings)}"
    page.keyboard.press("Enter")
    assert names(page, ".card.selected") <= found
    page.keyboard.press("Escape")
    assert page.locator(".card.selected, .card.found").count() == 0, "Escape clears"

    # An address with a mapping opens it.
    page.goto(pathlib.Path(page_path).resolve().as_uri() + "#CURRENCY")
    page.reload()
    assert names(page, ".card.selected") == {"CURRENCY"}
    browser.close()

assert not faults, faults
print(f"browser: {len(mappings)} mappings drawn; click, search and address answer")
