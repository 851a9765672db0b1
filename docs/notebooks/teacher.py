# %% [markdown]
# # A teacher: what happened when?
#
# A lesson about Lithuania and NATO needs questions that are true, answers that can be checked, and
# a picture for the wall. Can all three be made from the data, anew for each class? The prose here
# is English; what the pupils get is Lithuanian.

# %%
import random

import altair as alt

import ltnato

alt.renderers.enable("svg")  # a picture, which needs no network
way = ltnato.events(key=True, since="1990", until="2004-06", trust="corroborated").where(
    lambda one: one.when.precision == "day" and not one.when.one_of
)


def listed(events):
    """Word events in Lithuanian, one a line."""
    return "\n".join(f"{event.when.to_text('lt')}: {event.title.lt}" for event in events)


print(listed(way))

# %% [markdown]
# Only corroborated events that are known to the day are asked about. A pupil who looks it up will
# find the same answer.
#
# ## Viktorina: kada tai įvyko?
#
# The number is the seed: the same number gives the same questions, another class gets another
# number. The wrong answers are dates of other events, so no option is absurd.


# %%
def quiz(seed, questions=5, options=4):
    """Choose events, and with each its date among dates of other events."""
    chance = random.Random(seed)
    chosen = []
    for event in chance.sample(way, questions):
        others = sorted({one.when for one in way} - {event.when})
        chosen.append((event, sorted([event.when, *chance.sample(others, options - 1)])))
    return chosen


lesson = quiz(2004)
sheet = "Pažymėkite teisingą datą.\n\n"
for number, (event, dates) in enumerate(lesson, start=1):
    sheet += f"{number}. {event.title.lt}\n"
    for letter, date in zip("abcd", dates, strict=True):
        sheet += f"   {letter}) {date.to_text('lt')}\n"
print(sheet)

# %% [markdown]
# ### Atsakymai
#
# For the teacher: the answers, each with a sentence to read out.

# %%
key = ""
for number, (event, dates) in enumerate(lesson, start=1):
    key += f"{number}. {'abcd'[dates.index(event.when)]}) {event.when.to_text('lt')}\n"
    key += f"{event.summary.lt}\n"
print(key)

# %% [markdown]
# ## Surikiuokite
#
# Five events out of order. The pupils number them from the first to the last; the answer is the
# order of the numbers. Events that share a day are not asked about together.

# %%
chance = random.Random(1994)
shuffled = chance.sample(list({one.when: one for one in way}.values()), 5)
order = sorted(one.when for one in shuffled)
places = [str(order.index(one.when) + 1) for one in shuffled]
task = "\n".join(f"___ {one.title.lt}" for one in shuffled)
print("Sunumeruokite įvykius nuo anksčiausio iki vėliausio.\n")
print(f"{task}\n\nAtsakymas: {', '.join(places)}")

# %% [markdown]
# ## Šią dieną
#
# What happened on the day of the lesson? Without a day, `on_this_day` takes today; here it is
# 29 March.

# %%
print(listed(ltnato.on_this_day("03-29")))

# %% [markdown]
# A calendar for the classroom: everything that happened in one week of March, whatever the year.

# %%
week = [event for day in range(8, 15) for event in ltnato.on_this_day(f"03-{day:02}")]
print(listed(dict.fromkeys(week)))  # what lasted several days is found on each, and told once

# %% [markdown]
# ## Klasės laiko juosta
#
# The events of the quiz as a picture for the wall. `.save("juosta.svg")` at the end of the line
# would write it to a file that can be printed in any size.

# %% mystnb={"image": {"alt": "Timeline in Lithuanian: key events from the restoration of independence in 1990 to the Istanbul summit of June 2004, a mark by category, date and title in each row."}}
ltnato.timeline(way, lang="lt")

# %% [markdown]
# ## Vienas įvykis iš arti
#
# One event to read together: who did what, what was decided, and which sources tell it. A good
# question for the end of the lesson: why are there so many sources for one day?

# %%
ltnato.show("lithuania-joins-nato", lang="lt")
