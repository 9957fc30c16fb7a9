"""Plots: what is drawn are the scores."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from evals.report.plots.axes import place
from evals.report.plots.bar import WIDTH as BAR
from evals.report.plots.bar import bar
from evals.report.plots.field_accuracy import field_accuracy
from evals.report.plots.labels import beside
from evals.report.plots.meter import meter
from evals.report.plots.precision_recall import precision_recall
from evals.report.plots.reliability import reliability
from evals.report.plots.source_cost import source_cost
from evals.report.spending import SourceRow
from evals.scorers.cost import SourceCost
from evals.scores import Bin, Calibration, EditScore, Intervals
from evals.tally import Share, Tally, rate, share
from tests.unit.evals.report.parsed import Node, parsed

OVERALL = EditScore(
    **dict(rate(Tally(right=3, predicted=4, expected=6))),
    interval=Intervals(p=(0.5, 1), r=(0.25, 0.75), f1=(0.4, 0.8)),
)


def number(node: Node, name: str) -> float:
    return float(node.attributes[name])


def titled(drawing: Markup, tag: str, class_: str) -> dict[str, Node]:
    """Marks by the words they show when pointed at."""
    return {node.one("title").text: node for node in parsed(drawing).all(tag, class_=class_)}


def test_each_case_is_a_point_at_its_recall_and_precision() -> None:
    cases = {
        "one": rate(Tally(right=1, predicted=2, expected=4)),
        "two": rate(Tally(right=4, predicted=4, expected=4)),
    }
    dots = titled(precision_recall(OVERALL, cases), "circle", "dot")

    one = dots["1 one: precision 0.500, recall 0.250, F1 0.333"]
    assert (number(one, "cx"), number(one, "cy")) == place(0.25, 0.5)
    two = dots["2 two: precision 1.000, recall 1.000, F1 1.000"]
    assert (number(two, "cx"), number(two, "cy")) == place(1, 1)


def test_the_run_stands_in_the_middle_of_its_mark_with_its_intervals() -> None:
    drawing = precision_recall(OVERALL, {})
    (mark,) = titled(drawing, "rect", "all").values()
    across, upward = parsed(drawing).all("line", class_="whisker")

    assert (number(mark, "x") + 5, number(mark, "y") + 5) == place(0.5, 0.75)
    assert (number(across, "x1"), number(across, "x2")) == (place(0.25, 0)[0], place(0.75, 0)[0])
    assert (number(upward, "y1"), number(upward, "y2")) == (place(0, 0.5)[1], place(0, 1)[1])


def test_on_a_line_of_equal_f1_every_point_has_that_f1() -> None:
    lines = parsed(precision_recall(OVERALL, {})).all("polyline", class_="iso")

    (left, bottom), (right, top) = place(0, 0), place(1, 1)
    for f1, line in zip((0.2, 0.4, 0.6, 0.8), lines, strict=True):
        for point in line.attributes["points"].split():
            x, y = (float(part) for part in point.split(","))
            r, p = (x - left) / (right - left), (bottom - y) / (bottom - top)
            assert abs(2 * p * r / (p + r) - f1) < 0.005


def test_bars_of_fields_are_as_long_as_their_shares() -> None:
    drawing = parsed(field_accuracy({"owner": share(1, 4), "due": share(5, 5)}))
    words = [node.text for node in drawing.all("text")]
    rests, parts = (drawing.all("rect", class_=name) for name in ("rest", "part"))

    assert [word for word in words if word in {"owner", "due"}] == ["due", "owner"]
    assert [number(p, "width") / number(r, "width") for r, p in zip(rests, parts, strict=True)] == [
        1,
        0.25,
    ]
    assert "1 of 4" in words
    assert "5 of 5" in words


def test_no_fields_are_said_to_be_none() -> None:
    assert "No field was compared" in field_accuracy({})
    assert "target 0 of 0" in field_accuracy({"target": Share(right=0, of=0, rate=None)})


def row(case: str, nn: str, cpu: float) -> SourceRow:
    cost = SourceCost(cpu=cpu, wall=0)
    return SourceRow(f"{case}/{nn}", case, nn, "vtt", cost, rate(Tally()))


def test_columns_are_as_high_as_what_sources_cost_and_cases_stand_apart() -> None:
    rows = [row("a", "01", 2), row("a", "02", 1), row("b", "01", 0.5)]
    drawing = source_cost("t", "Time", rows, lambda one: one.cost.cpu, lambda n: f"{n:g} s")
    columns = titled(drawing, "rect", "part")
    first, second, third = (columns[name] for name in ("a/01: 2 s", "a/02: 1 s", "b/01: 0.5 s"))

    assert number(first, "height") == 2 * number(second, "height") == 4 * number(third, "height")
    step = number(second, "x") - number(first, "x")
    assert number(third, "x") - number(second, "x") > step + 5
    assert "Most: a/01 with 2 s." in drawing


def test_no_sources_and_no_cost_can_be_drawn() -> None:
    def words(value: float) -> str:
        return f"{value:g}"

    assert "No source was read." in source_cost("t", "Time", [], lambda _: 0, words)
    assert "Most: a/01 with 0." in source_cost("t", "Time", [row("a", "01", 0)], lambda _: 0, words)


def test_bins_stand_where_confidence_and_share_right_are() -> None:
    bins = (
        Bin(low=0.5, high=0.6, n=9, confidence=0.55, right=0.4),
        Bin(low=0.9, high=1.0, n=36, confidence=0.95, right=0.8),
    )
    drawing = reliability(Calibration(ece=0.15, brier=0.2, edits=45, bins=bins))
    dots = titled(drawing, "circle", "dot")
    few, many = dots["9 edits: 0.550 sure, 0.400 right"], dots["36 edits: 0.950 sure, 0.800 right"]

    x, y = place(0.55, 0.4)
    assert (number(few, "cx"), number(few, "cy")) == (round(x, 1), round(y, 1))
    assert number(many, "r") == 2 * number(few, "r")
    assert "Expected calibration error 0.150 over 45 edits" in drawing


def test_a_meter_shows_score_interval_and_what_was() -> None:
    drawing = parsed(meter("m", 0.5, (0.25, 0.75), was=0.5))
    dot, span, was = (
        drawing.one(tag, class_=name)
        for tag, name in (("circle", "now"), ("rect", "span"), ("line", "was"))
    )

    assert number(dot, "cx") == number(was, "x1") == number(span, "x") + number(span, "width") / 2
    assert "interval 0.250 to 0.750. It was 0.500." in drawing.text


def test_a_bar_never_leaves_its_rail() -> None:
    widths = [
        number(parsed(bar(part)).one("rect", class_="part"), "width") for part in (-1, 0.5, 2)
    ]

    assert widths == [0, BAR / 2, BAR]


def test_text_in_drawings_is_escaped() -> None:
    drawing = precision_recall(OVERALL, {"<script>&": rate(Tally())})

    assert "<script>" not in drawing
    assert titled(drawing, "circle", "dot").keys() == {
        "1 <script>&: precision 1.000, recall 1.000, F1 1.000"
    }


_POINTS = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), max_size=12)


@given(_POINTS)
def test_every_point_has_one_label_and_those_apart_keep_theirs_near(
    points: list[tuple[float, float]],
) -> None:
    labels = list(beside(points))

    assert len(labels) == len(points)
    for (x, y), (at_x, at_y) in zip(points, labels, strict=True):
        assert abs(x - at_x) <= 22.01
        assert abs(y - at_y) <= 21.01


def test_labels_of_close_points_do_not_lie_on_one_another() -> None:
    one, other = beside([(100.0, 100.0), (104.0, 101.0)])

    assert abs(one[0] - other[0]) >= 15 or abs(one[1] - other[1]) >= 12
