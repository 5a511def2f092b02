# %% [markdown]
# # Eerste stappen
# Met een installatie waarin bestanden zijn geladen (`make demo`, of `pactwerk figures load PAD`).

# %%
from pactwerk import figures

cijfers = figures.open()
print(cijfers.releases())

# %% [markdown]
# Wat is er berekend?

# %%
print(cijfers.indicators("computed").to_polars().select("code", "name", "unit").head(10))

# %% [markdown]
# Het aandeel techniek in leerjaar 3 van het vmbo, per leerweg, in de hele reeks. De
# voorbeeldregio van `make demo` is PV99; een gebied zoekt u met `cijfers.areas("noord")`.

# %%
code = "PV99" if cijfers.example else "PV27"
aandeel = cijfers.query("K03", code, by="track")
tabel = aandeel.to_polars()
print(tabel.select("period", "track", "value", "low", "high", "unit", "status", "break"))

# %% [markdown]
# Hetzelfde in pandas, en als plaatje. In een notebook verschijnt het plaatje vanzelf.

# %%
print(aandeel.to_pandas().groupby("track")["value"].max())
plaatje = aandeel.plot()
print(plaatje.described)
assert plaatje.svg().startswith("<svg")
