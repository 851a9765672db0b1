# %% [markdown]
# # A journalist: what does the Ministry’s page get wrong?
#
# Newspapers copy dates from official pages. One page of the Lithuanian Ministry of Foreign Affairs
# tells the country’s way into NATO in some fifty entries. Which of its statements can be printed as
# they stand, which can not, and what should stand there instead?

# %%
import ltnato

page = ltnato.source("mfa-membership-page")
print(page.publisher)
print(page.title)
print(page.url)
print("read on", page.accessed.to_text())

# %% [markdown]
# ## The ledger
#
# `ltnato` compared the page with other sources, sentence by sentence. Where they differ, or where
# the page leaves out what matters, a discrepancy says what the page states, what was adopted, and
# why. Nothing was corrected in silence.

# %%
from collections import Counter

ledger = ltnato.discrepancies(source=page)
fields = [(one.field or "the whole record").replace("[", ".") for one in ledger]
kinds = Counter(field.partition(".")[0] for field in fields)
print(len(ledger), "discrepancies, by field:")
for kind, count in kinds.most_common():
    print(f"{count:4} {kind}")

# %% [markdown]
# To be fair to the page: how many of its entries have nothing in the ledger?

# %%
entries = {entry.locator for entry in page.outline}
touched = {
    citation.locator.partition(":")[0]
    for one in ledger
    for citation in one.stated_by
    if citation.source == page.id and citation.locator
}
print(len(entries - touched), "of", len(entries), "entries have none:")
for locator in (entry.locator for entry in page.outline if entry.locator not in touched):
    print("    ", locator)

# %% [markdown]
# ## The wrong dates
#
# A discrepancy about a date can mean three things. The page may state another date than better
# sources do. It may state none. Or it may state a day that nobody else confirms: then the day was
# kept and marked with a question mark, and calling it an error would itself be one.


# %%
def read(text):
    """Read a date, or give None where the text is none."""
    try:
        return ltnato.Period(text or "")
    except ltnato.InvalidPeriodError:
        return None


about_dates = ledger.where(lambda one: (one.field or "").rpartition(".")[2] in ("when", "due"))
unconfirmed = about_dates.where(lambda one: one.adopted == f"{one.stated}?")
silent = about_dates.where(lambda one: read(one.stated) is None)
wrong = about_dates.where(lambda one: one not in unconfirmed and one not in silent)
print(len(wrong), "other dates,", len(silent), "without a date,", len(unconfirmed), "unconfirmed")

# %% [markdown]
# The list to keep beside the telephone. Some errors count twice, because an event and the
# membership that it began both have a date. A number of days stands where the two dates have no
# day in common.

# %%
for one in sorted(wrong, key=lambda one: read(one.adopted)):
    stated, adopted = read(one.stated), read(one.adopted)
    print(one.record, f"({one.field})" if one.field != "when" else "")
    print("    the page:", stated.to_text())
    print("    adopted: ", adopted.to_text())
    if apart := adopted.gap(stated):
        print("    apart:   ", abs(apart), "day" if abs(apart) == 1 else "days")

# %% [markdown]
# ## One case in full
#
# A correction needs a reason and a source. When did Albania and Croatia become Allies? The page
# puts it at the summit of 3 and 4 April 2009.

# %%
ltnato.show("day-on-which-albania-and-croatia-joined")

# %% [markdown]
# The event as it now stands, with who deposited what.

# %%
ltnato.show("albania-and-croatia-join-nato")

# %% [markdown]
# ## Beyond dates
#
# People, titles and names. In some of these cases the page is not wrong but says too little: it
# names an office and not the person, or parties without saying which.

# %%
ledger.where(lambda one: (one.field or "").startswith(("participants", "title", "name")))

# %% [markdown]
# ## What is still open
#
# Here the evidence does not decide. Print neither version as a fact; say who says what.

# %%
ltnato.discrepancies(source=page, status="open")

# %% [markdown]
# ## How to cite
#
# The dataset as a whole:

# %%
print(ltnato.cite())

# %% [markdown]
# And one correction, with the evidence behind it:

# %%
print(ltnato.cite("year-of-the-london-meeting"))

# %% [markdown]
# ## A checked fact box
#
# Every number below is computed, none is typed. Each line says how well its sources support it,
# and has a footnote. If a later version of the data changes a date, the box changes with it.

# %%
letter = ltnato.event("brazauskas-writes-to-nato")
invited = ltnato.event("prague-summit-2002")
joined = ltnato.event("lithuania-joins-nato")
invitees = ltnato.participations(event=invited, role="invitee")
before, after = (len(ltnato.members("nato", on=on)) for on in ("2004-03-28", joined.when))
facts = [
    (f"Lithuania asked for membership on {letter.when.to_text()}.", letter),
    (f"The Prague summit of {invited.when.to_text()} invited {len(invitees)} countries.", invited),
    (f"Lithuania joined on {joined.when.to_text()}; NATO grew from {before} to {after}.", joined),
    (f"From the letter to membership: {letter.when.until(joined.when)}.", joined),
]
notes = list(dict.fromkeys(event.id for _, event in facts))
for text, event in facts:
    print(f"• {text} [{notes.index(event.id) + 1}] ({ltnato.dataset().trust(event)})")
print()
for number, one in enumerate(notes, start=1):
    print(f"[{number}] {ltnato.cite(one)}\n")
