"""Who voted how? Tries to join voters to sealed ballots with all that the books hold, and what the database adds to it.

A row tells of voters by the libraries and people that it names, of ballots by the seals in it. The attack links one
with the other where any two columns are equal, and by rank where both can be sorted; and it looks for what was cast
together. What it guesses is compared with the truth: better than by chance is a trace.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from storage.all_tables import metadata
from storage.consultations.majority import Choice

HIDDEN = {"postgresql": "xmin::text AS _xmin, xmax::text AS _xmax, ctid::text AS _ctid", "sqlite": "rowid AS _rowid"}
WITHOUT_ROWID = {one.name for one in metadata.sorted_tables if not one.dialect_options["sqlite"]["with_rowid"]}

Row = Mapping[str, Any]
Cast = tuple[int, int]
"""A wording, and a library."""


@dataclass(frozen=True, slots=True)
class World:
    """All rows of all tables as they lie there, by table; and what is known: libraries by person and by code."""

    tables: Mapping[str, Sequence[Row]]
    library_of: Mapping[int, int]
    codes: Mapping[str, int]


def look(tx: Connection) -> World:
    """Read everything, with what the database itself knows of each row."""
    tables: dict[str, Sequence[Row]] = {}
    for table in metadata.sorted_tables:
        hidden = "" if tx.dialect.name == "sqlite" and table.name in WITHOUT_ROWID else f", {HIDDEN[tx.dialect.name]}"
        rows = tx.execute(text(f"SELECT *{hidden} FROM {table.name}")).mappings()  # noqa: S608
        tables[table.name] = [{"_place": place, **row} for place, row in enumerate(rows)]
    library_of = {row["id"]: row["library_id"] for row in tables["people"] if row["library_id"]}
    return World(tables, library_of, {row["code"]: row["id"] for row in tables["libraries"]})


@dataclass(slots=True)
class Attack:
    """What a world gives away. `truth` is what each library chose on each wording, `seals` whose ballot it is."""

    world: World
    truth: Mapping[Cast, Choice]
    seals: Mapping[str, Cast]
    traces: list[str] = field(default_factory=list)

    def run(self) -> list[str]:
        """Try everything; list what led from voters to their ballots, empty if nothing did."""
        who = {name: self._voters(rows) for name, rows in self.world.tables.items()}
        which = {name: self._ballots(rows) for name, rows in self.world.tables.items()}
        for (one, voters), (other, ballots) in itertools.product(who.items(), which.items()):
            if voters and ballots:
                self._by_columns(one, voters, other, ballots)
                self._by_rank(one, voters, other, ballots)
        for name, ballots in which.items():
            if ballots:
                self._by_runs(name, ballots)
        self._by_what_came_together()
        return self.traces

    def _voters(self, rows: Iterable[Row]) -> list[tuple[int, Row]]:
        """Tell of which library a row speaks, if of one only."""
        found = ((self._libraries(row), row) for row in rows)
        return [(next(iter(there)), row) for there, row in found if len(there) == 1]

    def _libraries(self, row: Row) -> set[int]:
        there = {row[name] for name in ("library_id", "from_id", "through") if row.get(name)}
        there |= {self.world.library_of[row[name]] for name in ("person_id",) if row.get(name) in self.world.library_of}
        if "telegram_id" in row:
            there |= {row["library_id"]} - {None}
        words = " ".join(str(value) for value in row.values() if not isinstance(value, int))
        return there | {number for code, number in self.world.codes.items() if code in words}

    def _ballots(self, rows: Iterable[Row]) -> list[tuple[str, Row]]:
        found = ((str(row.get("seal") or row.get("receipt") or ""), row) for row in rows)
        return [(seal, row) for seal, row in found if seal in self.seals]

    def _by_columns(
        self, one: str, voters: Sequence[tuple[int, Row]], other: str, ballots: Sequence[tuple[str, Row]]
    ) -> None:
        """Link where two columns are equal, and on a wording only one ballot is."""
        for mine, theirs in itertools.product(voters[0][1], ballots[0][1]):
            places: dict[tuple[str, int], list[str]] = defaultdict(list)
            for seal, row in ballots:
                places[str(row[theirs]), self.seals[seal][0]].append(seal)
            links = set()
            for library, row in voters:
                for wording in {cast[0] for cast in self.truth if row.get("wording_id") in {None, cast[0]}}:
                    there = places.get((str(row.get(mine)), wording), [])
                    if len(there) == 1:
                        links.add((library, there[0]))
            self._judge(f"{one}.{mine} = {other}.{theirs}", links)

    def _by_rank(
        self, one: str, voters: Sequence[tuple[int, Row]], other: str, ballots: Sequence[tuple[str, Row]]
    ) -> None:
        """Link the first with the first, the second with the second, on each wording."""
        for mine, theirs in itertools.product(_sortable(voters), _sortable(ballots)):
            for step in (1, -1):
                links = set()
                for wording in {cast[0] for cast in self.truth}:
                    here = [
                        library for library, row in _sorted(voters, mine) if row.get("wording_id") in {None, wording}
                    ]
                    order = [library for library in dict.fromkeys(here) if (wording, library) in self.truth][::step]
                    seals = [seal for seal, _ in _sorted(ballots, theirs) if self.seals[seal][0] == wording]
                    if len(order) == len(seals):
                        links |= set(zip(order, seals, strict=True))
                self._judge(f"{one} by {mine} beside {other} by {theirs} ({step})", links)

    def _by_runs(self, name: str, ballots: Sequence[tuple[str, Row]]) -> None:
        """Cut the ballots, in an order, where the articles begin anew; who voted on just these?"""
        by_library: dict[int, set[int]] = defaultdict(set)
        for row in self.world.tables["voters"]:
            by_library[row["library_id"]].add(row["wording_id"])
        for column in _sortable(ballots):
            links: set[tuple[int, str]] = set()
            for run in self._runs(seal for seal, _ in _sorted(ballots, column)):
                wordings = {self.seals[seal][0] for seal in run}
                fits = [library for library, there in by_library.items() if there == wordings]
                if len(fits) == 1:
                    links |= {(fits[0], seal) for seal in run}
            self._judge(f"{name} by {column}, in runs", links, least=3)

    def _runs(self, seals: Iterable[str]) -> Iterator[list[str]]:
        run: list[str] = []
        for seal in seals:
            if run and self.seals[seal][0] <= self.seals[run[-1]][0]:
                yield run
                run = []
            run.append(seal)
        yield run

    def _by_what_came_together(self) -> None:
        """Some wordings were touched by one transaction, so all was for; who alone has voted on all of them?"""
        groups: dict[str, set[int]] = defaultdict(set)
        for row in self.world.tables["ballots"]:
            groups[row.get("_xmin", "")].add(row["wording_id"])
        every = {cast[0] for cast in self.truth}
        for transaction, wordings in groups.items():
            if not transaction or len(wordings) < 2 or wordings == every:
                continue
            on = [{row["library_id"] for row in self.world.tables["voters"] if row["wording_id"] == wording}
                  for wording in wordings]  # fmt: skip
            alone = set.intersection(*on)
            if len(alone) == 1 and all(self.truth[wording, *alone] is Choice.FOR for wording in wordings):
                self.traces.append(f"library {alone} has voted for {wordings} in one go")

    def _judge(self, how: str, links: set[tuple[int, str]], least: int = 6) -> None:
        """It is a trace if more than half of at least so many links are right, of those that are the only ones."""
        times = Counter((self.seals[seal][0], library) for library, seal in links)
        sure = {(library, seal) for library, seal in links if times[self.seals[seal][0], library] == 1}
        right = sum(self.seals[seal][1] == library for library, seal in sure)
        if len(sure) >= least and 2 * right > len(sure):
            self.traces.append(f"{how}: {right} of {len(sure)}")


def _sortable(rows: Sequence[tuple[Any, Row]]) -> list[str]:
    """Tell by which columns rows can be put in an order that is more than one of sets."""
    return [name for name in rows[0][1] if len({str(row.get(name)) for _, row in rows}) > len(rows) // 2]


def _sorted(rows: Sequence[tuple[Any, Row]], column: str) -> list[tuple[Any, Row]]:
    return sorted(rows, key=lambda pair: (isinstance(pair[1].get(column), str), _number(pair[1].get(column))))


def _number(value: Any) -> Any:
    """Put numbers in text, as PostgreSQL gives them, in the order of numbers."""
    words = str(value).strip("()").replace(",", ".")
    return (f"{float(words):030.6f}" if words.replace(".", "", 1).isdigit() else words) if value is not None else ""
