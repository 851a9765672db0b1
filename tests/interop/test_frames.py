"""Frames of pandas, polars and arrow, and what takes arrow's stream: DuckDB, polars, pandas."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given

import builders
import exports
import inside
import ltnato
from exports import UNFIT
from ltnato import Indicator, InvalidDataError, Records
from ltnato._export import _columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ltnato import Dataset

KINDS = (
    *("events", "participations", "outcomes", "actors", "places", "documents", "pledges"),
    *("relations", "observations", "fulfilments", "sources", "discrepancies"),
)
NEW_PANDAS = int(pd.__version__.partition(".")[0]) > 2
NEW_POLARS = hasattr(pl, "from_dataframe") and int(pl.__version__.partition(".")[0]) > 1


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("frames"))


def every(data: Dataset, kind: str) -> Records[Any]:
    """Give all records of a kind."""
    if kind == "observations":
        return data.observations(list(Indicator), edition="all")
    found: Records[Any] = getattr(data, kind)()
    return found


def cells(found: Records[Any]) -> list[dict[str, Any]]:
    """Give the rows of the flat table, which tests/export compares with the records."""
    flat = found._flat()
    names = [column.name for column in flat.table.columns]
    return [dict(zip(names, row, strict=True)) for row in flat.rows]


def plain_pandas(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows of a frame as plain values."""

    def plain(value: Any) -> Any:
        if isinstance(value, tuple):
            return list(value)
        if pd.isna(value):
            return None
        return value.date() if isinstance(value, pd.Timestamp) else value

    columns = {str(name): [plain(one) for one in frame[name]] for name in frame}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


class TestPandas:
    """``to_pandas``."""

    def test_events(self, data: Dataset) -> None:
        """The rows are the events."""
        exports.same(plain_pandas(data.events().to_pandas()), data)

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind(self, data: Dataset, kind: str) -> None:
        """Any records are their flat table, and typed the same where there are none."""
        found = every(data, kind)
        frame = found.to_pandas()
        assert plain_pandas(frame) == cells(found)
        empty = found[:0].to_pandas()
        assert len(empty) == 0
        assert list(empty.dtypes.items()) == list(frame.dtypes.items())

    def test_types(self, data: Dataset) -> None:
        """Dates are dates, texts texts, numbers numbers; just what may be several is an object."""
        frame = every(data, "events").to_pandas()
        text = "str" if NEW_PANDAS else "string"
        assert str(frame["start_date"].dtype) == str(frame["end_date"].dtype) == "datetime64[s]"
        assert frame["title_lt"].dtype == frame["part_of"].dtype == text
        assert str(frame["is_key"].dtype) == "bool"
        assert str(frame["day_order"].dtype) == "Int64"
        assert str(every(data, "places").to_pandas()["latitude"].dtype) == "float64"
        lists = {name for name in frame if frame[name].dtype == "object"}
        assert lists == {
            *("manner", "topics", "places", "place_names_en", "place_names_lt", "sources")
        }

    def test_at_work(self) -> None:
        """Years are counted, categories grouped, topics taken apart, without a further step."""
        frame = ltnato.events().to_pandas()
        by_year = frame["start_date"].dt.year.value_counts()
        assert by_year[2004] == sum(
            one.when is not None and one.when.start is not None and one.when.start.year == 2004
            for one in ltnato.events()
        )
        after = frame[frame["start_date"] >= "2004-03-29"]
        assert 0 < len(after) < len(frame)
        topics = frame.explode("topics")["topics"].value_counts()
        assert topics["enlargement"] == sum("enlargement" in one.topics for one in ltnato.events())
        assert frame.groupby("topics").size().sum() == len(frame)

    def test_far_dates(self, data: Dataset) -> None:
        """Any year that a calendar has fits."""
        event = attrs.evolve(data.event("accession-day"), when=ltnato.Period("0001/9999"))
        frame = Records([event], data._tables).to_pandas()
        assert frame["start_date"][0].year == 1
        assert frame["end_date"][0].year == 9999


class TestPolars:
    """``to_polars``."""

    def test_events(self, data: Dataset) -> None:
        """The rows are the events."""
        exports.same(data.events().to_polars().to_dicts(), data)

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind(self, data: Dataset, kind: str) -> None:
        """Any records are their flat table, and typed the same where there are none."""
        found = every(data, kind)
        frame = found.to_polars()
        assert frame.to_dicts() == cells(found)
        assert found[:0].to_polars().schema == frame.schema

    def test_types(self, data: Dataset) -> None:
        """Dates are dates, and what may be several is a list."""
        schema = data.events().to_polars().schema
        assert schema["end_date"] == pl.Date
        assert schema["topics"] == pl.List(pl.String)
        assert schema["is_key"] == pl.Boolean


class TestArrow:
    """``to_arrow``, and the stream."""

    def test_events(self, data: Dataset) -> None:
        """The rows are the events."""
        exports.same(data.events().to_arrow().to_pylist(), data)

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind(self, data: Dataset, kind: str) -> None:
        """Any records are their flat table, and typed the same where there are none."""
        found = every(data, kind)
        table = found.to_arrow()
        assert table.to_pylist() == cells(found)
        assert found[:0].to_arrow().schema == table.schema

    def test_types(self, data: Dataset) -> None:
        """Dates are dates, and what may be several is a list."""
        schema = data.events().to_arrow().schema
        assert schema.field("end_date").type == pa.date32()
        assert schema.field("topics").type == pa.list_(pa.string())

    def test_arrow_takes_records(self, data: Dataset) -> None:
        """The library itself takes the records by their stream."""
        taken: Any = data.events()
        assert pa.table(taken) == data.events().to_arrow()

    @pytest.mark.parametrize("kind", KINDS)
    def test_duckdb_takes_records(self, data: Dataset, kind: str) -> None:
        """DuckDB asks the records by the name of the variable."""
        records = every(data, kind)
        with duckdb.connect() as database:
            found = database.sql("SELECT * FROM records")
            rows: Iterable[Any] = found.fetchall()
            names = found.columns
            assert [dict(zip(names, row, strict=True)) for row in rows] == cells(records)
            nothing = records[:0]
            assert len(nothing) == 0
            assert database.sql("SELECT * FROM nothing").columns == names

    def test_duckdb_at_work(self) -> None:
        """Dates are compared and lists opened in a query of its own."""
        events = ltnato.events()
        with duckdb.connect() as database:
            (count,) = database.sql(
                "SELECT count(*) FROM events WHERE start_date >= DATE '2004-03-29'"
                " AND list_contains(topics, 'enlargement')"
            ).fetchall()[0]
        assert count == sum(
            one.when is not None
            and one.when.start is not None
            and str(one.when.start) >= "2004-03-29"
            and "enlargement" in one.topics
            for one in events
        )

    @pytest.mark.skipif(not NEW_POLARS, reason="polars 1 knows the stream by another name")
    def test_polars_takes_records(self, data: Dataset) -> None:
        """Polars takes the records by their stream."""
        taken: Any = data.events()
        exports.same(pl.from_dataframe(taken).to_dicts(), data)

    @pytest.mark.skipif(not NEW_PANDAS, reason="pandas takes the stream from 3.0 on")
    def test_pandas_takes_records(self, data: Dataset) -> None:
        """So does pandas."""
        taken: Any = data.events()
        frame: Any = pd.DataFrame
        assert len(frame.from_arrow(taken)) == len(data.events())


@given(text=exports.hostile())
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was, from every frame."""
    changed = exports.with_text(data, text)
    events = changed.events()
    exports.same(plain_pandas(events.to_pandas()), changed)
    exports.same(events.to_polars().to_dicts(), changed)
    exports.same(events.to_arrow().to_pylist(), changed)


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
@pytest.mark.parametrize("method", ["to_pandas", "to_polars", "to_arrow", "__arrow_c_stream__"])
def test_unfit(data: Dataset, text: str, method: str) -> None:
    """What no file can carry no frame carries either."""
    events = exports.with_text(data, text).events()
    with pytest.raises(InvalidDataError, match="letter-to-the-pact: title_en"):
        getattr(events, method)()


def test_nothing_early() -> None:
    """Of all libraries that are installed here, the package imports none before it is asked."""
    code = """
import sys, ltnato
found = ltnato.events(on="2004-03-29", actor="lithuania")
str(found), found._repr_html_(), hasattr(found, "__arrow_c_stream__")
extras = {"pandas", "polars", "pyarrow", "numpy"}
print(sorted(extras & set(sys.modules)))
found.to_polars()
print(sorted({"pandas", "pyarrow"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "[]\n[]\n"


def test_the_same_question() -> None:
    """What the benchmark sets beside each other finds the same events."""
    names: dict[str, Any] = {"ltnato": ltnato}
    exec(inside.FRAMES_SETUP, names)  # noqa: S102 - as the benchmark does
    answers = []
    for code in (f"ltnato.{inside.LIBRARY}.to_polars()", *inside.FRAMES.values()):
        exec(f"answer = {code}", names)  # noqa: S102
        answers.append(sorted(names["answer"]["event_id"]))

    assert len(answers[0]) > 1
    assert answers == answers[:1] * 3


def test_every_table_has_a_kind() -> None:
    """The kinds asked for here are all that a query gives."""
    assert {table.name for table in _columns.BY_KIND.values()} == set(KINDS)
