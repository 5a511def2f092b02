# %% [markdown]
# # Wie gaat waarheen?
# `flows()` noemt wat er is: schijncohorten (standen naast elkaar, niemand is gevolgd), overgangen die het CBS
# publiceerde, en openbare stromen die een kantoor uit inschrijvingen heeft bewaard.

# %%
from pactwerk import figures

cijfers = figures.open()
print(cijfers.flows())

# %% [markdown]
# Een schijncohort: leerjaar 3, leerjaar 4 een jaar later, examen en diploma. Het saldo is wie
# erbij kwam min wie wegging.

# %%
code = "PV99" if cijfers.example else "PV27"
cohort = cijfers.flow("schijncohort-vmbo", code, by="sex")
print(cohort.stocks().to_polars().select("period", "moment", "state_name", "sex", "value"))
print(cohort.notes[0])

# %% [markdown]
# Gevolgde personen, gepubliceerd door het CBS: van het vo naar het mbo.

# %%
passage = cijfers.flow("vo-mbo-2010")
print(passage.to_polars().select("from_name", "to_name", "value").sort("value", descending=True))
