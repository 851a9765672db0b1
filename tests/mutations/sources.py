"""Citations, sources and the ledger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._kinds import Plain, Spot, Tables, kind
from ._places import (
    _ACTS,
    _WEIGHED,
    _YEAR,
    Here,
    _adopted,
    _records,
    by_id,
    moved,
    objects,
    pick,
    replaced,
    spot,
    typo,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


@kind("R101")
def dropped_last_citation(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only citation of a record."""
    found = [
        here
        for here in _records(tables)
        # A pledge may lean on the citations of its document.
        if len(here.record.get("citations", ())) == 1 and here.table != "pledges"
    ]
    here = pick(rng, found)
    (lost,) = here.record.pop("citations")
    return here.spot(f"{lost} is lost")


@kind("R101")
def claim_of_nobody(rng: random.Random, tables: Tables) -> Spot:
    """Drop all sources of a claim, or the evidence that resolves it."""
    one = pick(rng, tables["discrepancies"])
    keys = ["stated_by", *(["evidence"] if one["status"] == "resolved" else [])]
    key = rng.choice([key for key in keys if key in one])
    del one[key]
    return spot(f"{one['id']}: no {key}", one["id"])


def _located(tables: Tables) -> Iterator[tuple[Here, frozenset[str]]]:
    """Give citations of an entry of an outline, with all entries of it."""
    outlines = {
        one["id"]: frozenset(entry["locator"] for entry in one["outline"])
        for one in tables["sources"]
        if "outline" in one
    }
    for here in objects(tables):
        if "locator" in here.item and here.item.get("source") in outlines:
            yield here, outlines[here.item["source"]]


@kind("R102")
def unknown_locator(rng: random.Random, tables: Tables) -> Spot:
    """Mistype a locator, or give a sentence that no text has."""
    here, entries = pick(rng, _located(tables))
    old = here.item["locator"]
    entry = re.sub(r":\d+\Z", "", old)
    forms = (typo(rng, old), f"{entry}:0", f"{entry}#7", f"{entry}x", f"{entry}:1:2", f"{entry}/1")
    new = pick(rng, (one for one in forms if re.sub(r":[1-9]\d*\Z", "", one) not in entries))
    return here.spot(replaced(here.item, "locator", new))


@kind("R103")
def entry_twice(rng: random.Random, tables: Tables) -> Spot:
    """Give an entry of an outline the locator of another one."""
    source = pick(rng, (one for one in tables["sources"] if len(one.get("outline", ())) > 1))
    one, other = rng.sample(source["outline"], 2)
    return spot(f"{source['id']}: {replaced(one, 'locator', other['locator'])}", source["id"])


@kind("R104")
def entry_no_longer_cited(rng: random.Random, tables: Tables) -> Spot:
    """Drop the locators of all citations of an entry."""
    source = pick(rng, (one for one in tables["sources"] if "outline" in one))
    entry = rng.choice(source["outline"])["locator"]
    for here, _ in _located(tables):
        cited = re.sub(r":\d+\Z", "", here.item["locator"])
        if (here.item["source"], cited) == (source["id"], entry):
            del here.item["locator"]
    return spot(f"{source['id']}: {entry} is not cited", source["id"])


@kind("R111")
def mistyped_path(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the path of a discrepancy."""
    one = pick(rng, (one for one in tables["discrepancies"] if "field" in one))
    return spot(f"{one['id']}: {replaced(one, 'field', typo(rng, one['field']))}", one["id"])


@kind("R111")
def renamed_outcome(rng: random.Random, tables: Tables) -> Spot:
    """Rename an outcome or a provision that a discrepancy is about."""
    known = {one["id"]: one for table in _ACTS for one in tables[table]}
    found = []
    for one in tables["discrepancies"]:
        step = re.match(r"(outcomes|provisions)\[([^\]]*)\]", one.get("field", ""))
        if step:
            found += [
                (one, each) for each in known[one["record"]][step[1]] if each["id"] == step[2]
            ]
    one, outcome = pick(rng, found)
    told = replaced(outcome, "id", f"{outcome['id']}-renamed")
    return spot(f"{one['record']}: {told}", one["id"])


@kind("R112")
def another_value_adopted(rng: random.Random, tables: Tables) -> Spot:
    """Let a discrepancy adopt another value than its record holds."""
    one, _, _ = pick(rng, _adopted(tables))
    dated = _YEAR.search(one["adopted"])
    new = moved(one["adopted"], 1) if dated else typo(rng, one["adopted"])
    return spot(f"{one['id']}: {replaced(one, 'adopted', new)}", one["id"])


@kind("R112")
def value_changed_without_its_discrepancy(rng: random.Random, tables: Tables) -> Spot:
    """Change a value on which a discrepancy says what was adopted."""
    found = [one for one in _adopted(tables) if one[2] in {*_WEIGHED, "en", "lt"}]
    one, item, key = pick(rng, found)
    new = moved(item[key], 1) if key in _WEIGHED else typo(rng, item[key])
    return spot(f"{one['record']}: {replaced(item, key, new)}", one["id"])


@kind("R113")
def nothing_disputed(rng: random.Random, tables: Tables) -> Spot:
    """Adopt what the disagreeing source states."""
    one = pick(rng, tables["discrepancies"])
    return spot(f"{one['id']}: {replaced(one, 'adopted', one['stated'])}", one["id"])


@kind("R114")
def evidence_of_the_claimant(rng: random.Random, tables: Tables) -> Spot:
    """Give as evidence the source that states the claim."""
    one = pick(rng, tables["discrepancies"])
    one["evidence"] = [dict(each) for each in one["stated_by"]]
    return spot(f"{one['id']}: its evidence states the claim", one["id"])


@kind("R114")
def evidence_of_one_family(rng: random.Random, tables: Tables) -> Spot:
    """Put the evidence in the family of the source that states the claim."""
    sources = by_id(tables, "sources")
    one = pick(rng, (one for one in tables["discrepancies"] if one.get("evidence")))
    family = sources[rng.choice(one["stated_by"])["source"]]["family"]
    for each in one["evidence"]:
        sources[each["source"]]["family"] = family
    return spot(f"{one['id']}: all evidence is of {family}", one["id"])


def _addresses(tables: Tables) -> list[Plain]:
    return [one for one in (*tables["sources"], *tables["documents"]) if "url" in one]


@kind("R121")
def malformed_address(rng: random.Random, tables: Tables) -> Spot:
    """Mistype an address."""
    one = pick(rng, _addresses(tables))
    url = one["url"]
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    forms = (
        f"{scheme[1:]}://{rest}",
        f"{scheme}:/{rest}",
        rest,
        f"{scheme}//{rest}",
        f"{scheme}:// {rest}",
        f"{url} ",
        f"{scheme}://{host.replace('.', '')}{slash}{path}",
        f"{url[: len(url) - 3]}…",
        f"{url}%2",
        f"<{url}>",
        f"{url},",
        f"{scheme}://{host}:port{slash}{path}",
    )
    return spot(f"{one['id']}: {replaced(one, 'url', rng.choice(forms))}", one["id"])


@kind("R122")
def tracking_address(rng: random.Random, tables: Tables) -> Spot:
    """Paste an address with the keys that follow a reader."""
    one = pick(rng, (one for one in _addresses(tables) if "#" not in one["url"]))
    key = rng.choice(("utm_source=newsletter", "fbclid=IwAR0x", "gclid=Cj0K", "utm_medium=social"))
    mark = "&" if "?" in one["url"] else "?"
    return spot(f"{one['id']}: {replaced(one, 'url', one['url'] + mark + key)}", one["id"])


@kind("R123")
def mirror(rng: random.Random, tables: Tables) -> Spot:
    """Cite a host that shows copies."""
    one = pick(rng, _addresses(tables))
    hosts = ("www.wikiwand.com/en", "en-academic.com", "wikizero.org", "docplayer.net")
    new = f"https://{rng.choice(hosts)}/{one['id']}"
    return spot(f"{one['id']}: {replaced(one, 'url', new)}", one["id"])


@kind("R124")
def address_of_another_source(rng: random.Random, tables: Tables) -> Spot:
    """Give a source the address of another one, written a little otherwise."""
    one, other = rng.sample([one for one in tables["sources"] if "url" in one], 2)
    url = other["url"]
    scheme = {"http": "https", "https": "http"}[url.partition(":")[0]]
    new = rng.choice((url, f"{scheme}:{url.partition(':')[2]}"))
    return spot(f"{one['id']}: {replaced(one, 'url', new)}", one["id"], other["id"])


@kind("R125")
def missing_access_date(rng: random.Random, tables: Tables) -> Spot:
    """Leave out when a page was read, or say no more than the month."""
    one = pick(rng, (one for one in tables["sources"] if "url" in one))
    new = rng.choice((None, one["accessed"][:7]))
    told = replaced(one, "accessed", new)
    if new is None:
        del one["accessed"]
    return spot(f"{one['id']}: {told}", one["id"])
