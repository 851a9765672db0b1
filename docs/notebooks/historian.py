# %% [markdown]
# # A historian: how sure are we?
#
# A chronology looks certain: a day, a sentence, the next day. But which of its days rest on good
# evidence, and how can a reader tell? This notebook asks the data of `ltnato` how sure they are
# of themselves, follows a statement back to the sentence from which it comes, and ends with
# footnotes.

# %%
import ltnato

ltnato.dataset()

# %% [markdown]
# ## Dates as exact as their sources
#
# A date is a period with the precision of its source. No day is guessed: an event of which only
# the month is known has a month. Of some events we know only between which two days they took
# place; these dates stand in square brackets.

# %%
events = ltnato.events()
events.where(lambda one: one.when is not None and (one.when.precision != "day" or one.when.one_of))

# %% [markdown]
# A question mark says that the day is stated, but that no second source confirms it.

# %%
events.where(lambda one: one.when is not None and one.when.uncertain)

# %% [markdown]
# Arithmetic keeps to what is known. The parties agreed on an unknown day up to the one on which
# the President wrote to NATO. Was it 3 January 1994? Perhaps; not surely. How many days lie
# between the agreement and the letter? That can not be said, and `gap` does not say it.

# %%
agreement = ltnato.event("parliamentary-parties-agree-on-nato-membership").when
letter = ltnato.event("brazauskas-writes-to-nato").when
print("agreement:            ", agreement.to_text())
print("letter:               ", letter.to_text())
print("perhaps on 3 January? ", agreement.overlaps("1994-01-03"))
print("surely on 3 January?  ", agreement.contains("1994-01-03"))
print("days to the letter:   ", agreement.gap(letter))
print("letter to membership: ", letter.until(ltnato.event("lithuania-joins-nato").when))

# %% [markdown]
# ## Families of sources
#
# Ten texts that copy one another are one witness. Sources therefore have a family, and trust
# counts families. An event is corroborated if it cites the text of the act itself or two
# families, single-source if not, and disputed while an open disagreement touches its date or what
# happened.

# %%
from collections import Counter

Counter(ltnato.dataset().trust(one).value for one in events)

# %% [markdown]
# The page of the Ministry of Foreign Affairs with which the dataset began has relatives. They
# agree with it, mistakes included, because they share its text. All of them count once.

# %%
page = ltnato.source("mfa-membership-page")
ltnato.sources().where(lambda one: one.family == page.family)

# %% [markdown]
# These events have one family behind them. Most are not doubtful, but whoever builds an argument
# on one of them should look for a second witness first.

# %%
ltnato.events(trust="single-source")

# %% [markdown]
# And about these the sources disagree, and the evidence does not decide.

# %%
ltnato.events(trust="disputed")

# %% [markdown]
# ## From a sentence to the data, and back
#
# Citations point to a place in a source. The sixth sentence of the page’s entry of 20 May 2012
# tells of the Energy Security Centre in Vilnius. What did the dataset make of it?

# %%
ltnato.outcomes(source="mfa-membership-page/activities/2012-05-20:6")

# %% [markdown]
# The other way round: the first visit of a Lithuanian delegation to NATO headquarters, with
# everything that is known of it. The rows at the end name the sources and each disagreement
# among them.

# %%
ltnato.show("landsbergis-visits-nato-headquarters")

# %% [markdown]
# ## Who met whom
#
# People who took part in the same event stood, as a rule, in one room. That is no proof of a
# conversation, but it says where to look for one. These pairs are found most often.

# %%
from itertools import combinations

people = set(ltnato.actors(kind="person").ids)
together = Counter()
for event in ltnato.events():
    there = sorted({part.actor for part in event.participants} & people)
    together.update(combinations(there, 2))
for pair, count in together.most_common(8):
    print(count, " and ".join(ltnato.actor(one).name.en for one in pair))

# %% [markdown]
# Each count can be opened again. Which events did the first pair share?

# %%
pair = set(together.most_common(1)[0][0])
events.where(lambda one: pair <= {part.actor for part in one.participants})

# %% [markdown]
# ## Terms of office
#
# A term is a relation with a period. On a day of handover both holders are found, so an event of
# that day counts in both terms.

# %%
for term in ltnato.relations(kind="holds-office", object="president-of-lithuania"):
    found = ltnato.events(since=term.when.start, until=term.when.end, key=True)
    role = f", {term.role}" if term.role else ""
    name = ltnato.actor(term.subject).name
    print(f"{len(found):3} key events: {name}{role}, {term.when.to_text()}")

# %% [markdown]
# On 6 April 2004 one President left and an acting one took his place.

# %%
ltnato.holders("president-of-lithuania", on="2004-04-06")

# %% [markdown]
# An empty answer would look the same whether nobody held an office or nobody looked. So the data
# say for which times they are complete, and refuse to answer for others.

# %%
try:
    ltnato.holders("minister-of-foreign-affairs-of-lithuania", on="2010-02-01")
except ltnato.OutsideCoverageError as error:
    print(error)

# %% [markdown]
# A snapshot puts one day together. This is the day of the letter.

# %%
ltnato.snapshot("1994-01-04")

# %% [markdown]
# ## Footnotes
#
# Every record can be cited, with the version of the data and the sources behind it.

# %%
for number, one in enumerate(("brazauskas-writes-to-nato", "us-baltic-charter-signed"), start=1):
    print(f"{number}. {ltnato.cite(one)}\n")

# %% [markdown]
# For a bibliography there is BibTeX.

# %%
print(ltnato.cite("brazauskas-writes-to-nato", style="bibtex"))
