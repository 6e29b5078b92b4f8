"""The page as a reader uses it, in Chromium: from disk, by keyboard, in light and dark, on paper, without script."""

import dataclasses

import pytest
from waived import WAIVED

from govrules.output.presentation.items import items

pytestmark = pytest.mark.browser


@pytest.fixture
def report(example):
    return example("consumer-brand-us-gb")


def shown(page):
    return page.locator("[data-entry]:visible, .card:not([open]) [data-entry]:not([hidden])").count()


def left_in(page, market):
    return int(page.locator(f"[data-market={market}] [data-left]").inner_text())


def test_a_filter_is_chosen_by_keyboard_and_says_how_many_are_left(open_page, report):
    page = open_page(report)
    page.locator("#by-severity").focus()
    page.keyboard.type("Minor")
    cards = [item for item in items(report) if not item.question]
    minor = sum(item.severity == "minor" for item in cards)
    assert 0 < minor < len(cards)
    assert page.locator("[data-shown]").inner_text() == f"{minor} of {len(cards)} findings shown"
    assert set(page.locator(".card:visible").evaluate_all("all => all.map(it => it.dataset.severity)")) == {"minor"}
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Clear filters"
    page.keyboard.press("Enter")
    assert page.locator("[data-shown]").inner_text().startswith(f"{len(cards)} of ")


@pytest.mark.parametrize("by", ["subject", "place", "owner", "state"])
def test_each_value_of_each_filter_finds_something(open_page, report, by):
    page = open_page(report)
    values = page.locator(f"#by-{by} option").evaluate_all("all => all.map(it => it.value)")
    assert len(values) > 1
    for value in values[1:]:
        page.locator(f"#by-{by}").select_option(value)
        count = int(page.locator("[data-shown]").inner_text().split()[0])
        assert 0 < count <= len(report.findings)
        assert page.locator("[data-nothing]").is_hidden()


def test_two_waivers_at_the_same_place_of_two_files_are_told_apart(open_page, example):
    page = open_page(example(WAIVED))
    names = page.locator("#by-subject option").evaluate_all("all => all.map(it => it.textContent)")
    for name in ("Waiver of us-no-such-rule, The strategy", "Waiver of gb-failure-to-prevent-fraud-agencies"):
        [option] = [one for one in names if one.startswith(name)]
        page.locator("#by-subject").select_option(label=option)
        assert page.locator("[data-shown]").inner_text().startswith("1 of ")


def test_a_waived_finding_is_found_by_its_state_and_opens_to_who_accepted_it(open_page, example):
    page = open_page(example(WAIVED))
    page.locator("#by-state").select_option("waived")
    page.locator(".card:visible summary").click()
    assert "accepted by Chief Risk Officer on 2026-11-20" in page.locator(".waiver:visible").inner_text()


def test_a_country_is_found_with_its_states(open_page, report):
    page = open_page(report)
    page.locator("#by-place").select_option("US")
    cards = [item for item in items(report) if not item.question]
    wanted = sum(any(report.rules[name].jurisdiction.startswith("US") for name in item.rules) for item in cards)
    assert page.locator("[data-shown]").inner_text().startswith(f"{wanted} of ")


def test_filters_that_nothing_fits_say_so(open_page, report):
    page = open_page(report)
    page.locator("#by-severity").select_option("advice")
    page.locator("#by-place").select_option("US-CA")
    assert page.locator("[data-nothing]").is_visible() == (page.locator(".card:visible").count() == 0)


def test_ticking_steps_in_order_shows_what_the_path_says(open_page, report):
    page = open_page(report)
    for step in report.path:
        page.locator(f"#tick-{step.number}").focus()
        page.keyboard.press("Space")
        for remaining in step.remaining:
            assert left_in(page, remaining.market) == remaining.blocking
    assert page.locator("[data-done]").inner_text() == str(len(report.path))
    assert page.locator(".cured").count() == sum(len(item.gaps) for item in items(report) if item.step)
    page.locator("#tick-1").uncheck()
    assert page.locator("[data-done]").inner_text() == str(len(report.path) - 1)


def test_a_link_to_a_finding_opens_it_even_where_a_filter_hid_it(open_page, report):
    page = open_page(report)
    page.locator("#by-severity").select_option("advice")
    page.locator("#step-1 summary").click()
    page.locator("#step-1 .cures a").first.click()
    target = page.evaluate("location.hash")
    assert target.startswith("#finding-")
    page.locator(target).wait_for(state="visible")


def test_a_finding_opens_by_keyboard_to_its_source_and_place(open_page, report):
    page = open_page(report)
    page.locator(".card summary").first.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card").first
    assert card.locator("mark").first.is_visible()
    assert report.rules[report.findings[0].rule].source.citation in card.inner_text()


def test_without_script_all_can_be_read_and_nothing_is_offered_that_does_not_work(open_page, report):
    page = open_page(report, script=False)
    assert page.locator("[data-filters]").is_hidden()
    assert page.locator("[data-live]").is_hidden()
    assert page.locator("[data-tick]:visible").count() == 0
    page.locator(".card summary").first.click()
    assert page.locator(".card .inside").first.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_everything_is_open_and_the_filters_are_gone(open_page, report, script):
    page = open_page(report, script=script, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("[data-filters], [data-live], .contents").locator("visible=true").count() == 0
    heights = page.locator(".inside").evaluate_all("all => all.map(it => it.getBoundingClientRect().height)")
    assert min(heights) > 40
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("name", ["unfinished-draft", WAIVED])
def test_nothing_is_wider_than_the_screen(open_page, example, name, width):
    page = open_page(example(name), width=width)
    page.locator("[data-open-all]").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("consumer-brand-us-gb", marks=pytest.mark.long),
        pytest.param("hospital-group-us", marks=pytest.mark.long),
        "showstopper",
        "unfinished-draft",
        WAIVED,
    ],
)
def test_axe_finds_nothing(open_page, example, axe, name, scheme):
    page = open_page(example(name), scheme=scheme)
    # All opened where that is not too much to look at; the long draft shows the page as it comes.
    if name != "unfinished-draft":
        page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    page.locator("[data-tick]").first.check()
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [
        (one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]
    ] == []


@pytest.mark.parametrize("width", [390])
def test_axe_finds_nothing_on_a_telephone(open_page, example, axe, width):
    page = open_page(example("showstopper"), width=width)
    page.evaluate(axe)
    assert [(one["id"], one["nodes"][0]["html"]) for one in page.evaluate("axe.run()")["violations"]] == []


def test_a_document_that_wants_to_run_something_runs_nothing(open_page, report):
    hostile = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
    findings = tuple(dataclasses.replace(finding, message=hostile) for finding in report.findings)
    page = open_page(dataclasses.replace(report, title=hostile, findings=findings))
    assert page.title() != "run"
    assert page.locator("img").count() == 0
