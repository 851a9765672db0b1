# %% [markdown]
# # An analyst: were the pledges kept?
#
# Lithuania’s parties, its parliament and the Alliance promised again and again how much of the
# country’s product would go to defence. Which of these promises were kept, which were missed, and
# which can not be judged at all? The answer depends on what exactly was promised, and on which
# table of NATO one reads.

# %%
import altair as alt

import ltnato

alt.renderers.enable("svg")  # a picture, which needs no network; leave this out to move the mouse
ltnato.pledges(actor="Lithuania")

# %% [markdown]
# A pledge is one measured clause of a document. Its words matter: *at least* sets a threshold
# that can be missed, *up to* does not; *by 2020* names the year that decides; a growth promises
# a direction and no number.
#
# ## What was spent
#
# The observations are those that NATO publishes: defence expenditure as a share of gross domestic
# product. Of each year the newest edition is preferred. The last two years are estimates.

# %%
share = "defence-expenditure-share"
ltnato.observations(share, actor="Lithuania", since="2014")

# %% [markdown]
# ## One year, several editions
#
# NATO revises its tables, and what was an estimate becomes final. These are the years for which
# the editions differ, oldest edition first. In 2019 the year 2018 stood at 1.98; now it stands at
# 1.95. Whoever compares a number from an old article with a new table compares editions, not
# years.

# %%
editions = {}
for one in ltnato.observations(share, actor="Lithuania", since="2014", edition="all"):
    editions.setdefault(one.year, []).append(one)
for year, seen in editions.items():
    if len({one.value for one in seen}) > 1:
        told = (f"{one.value}{' (estimate)' if one.estimate else ''}" for one in seen)
        print(year, " → ".join(told))

# %% [markdown]
# ## What became of each pledge
#
# `fulfilments` compares each pledge with the observations up to its deadline. An estimate decides
# nothing: a pledge is met or missed only by a final number.

# %%
judged = ltnato.fulfilments(actor="Lithuania")
judged

# %% [markdown]
# *Not decidable* is an answer too. Either the text sets no threshold, or it states no time, or no
# observation of that kind is held; the reason says which. The data hold shares of the product and
# neither amounts in euro nor the part spent on equipment.
#
# The verdict may depend on the edition. With the table of 2019 nobody could yet say whether the
# promise for 2018 had been kept, for the year was an estimate.

# %%
promise = "defence-share-at-least-2-percent-2016"
for edition in ("2019", "2026"):
    (verdict,) = ltnato.fulfilments(promise, edition=edition)
    print(f"edition {edition}: {verdict.verdict}; {verdict.reason}")

# %% [markdown]
# ## The picture
#
# Above, the share by year: full circles are final, hollow ones are estimates, orange bars are
# levels in force, grey lines other countries. Below, each pledge with the time for which its text
# says that it holds.

# %% mystnb={"image": {"alt": "Line chart of defence expenditure of Lithuania as a share of GDP since 2004, low until 2014 and rising steeply to 2026, with Estonia, Latvia and Poland in grey; below it the pledges, each with its time in force and whether it was met."}}
ltnato.spending_chart("Lithuania")

# %% [markdown]
# ## Neighbours
#
# In which years did Lithuania and its neighbours reach 2 per cent, by final numbers? One year
# above the line is not the same as staying there.

# %%
neighbours = ["Estonia", "Latvia", "Lithuania", "Poland"]
reached = {}
for one in ltnato.observations(share, actor=neighbours, since="2014"):
    if not one.estimate and one.value >= 2:
        reached.setdefault(one.actor, []).append(one.year)
for actor, years in reached.items():
    print(f"{ltnato.actor(actor).name}: {', '.join(map(str, years))}")

# %% [markdown]
# ## The same in a data frame
#
# Every answer becomes a frame of pandas, polars or arrow, one row a record. This cell needs the
# extra `pandas`.

# %% tags=["pandas"]
frame = ltnato.observations(share, actor=neighbours, since="2014").to_pandas()
shares = frame.pivot_table(index="year", columns="actor_id", values="value")
shares

# %% [markdown]
# How many times the share of 2014 was that of 2024, the newest final year?

# %% tags=["pandas"]
(shares.loc[2024] / shares.loc[2014]).round(2).to_frame("times the share of 2014")

# %% [markdown]
# ## What this does not say
#
# A share rises when spending rises, and also when the product shrinks. It says nothing about what
# was bought. And the pledges of 2025 have years to run: whether they are kept, these data can not
# know yet.
