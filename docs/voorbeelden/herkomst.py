# %% [markdown]
# # Waar komt dit cijfer vandaan?
# Achter elk berekend cijfer staan bestanden, met hun sha256 en de nummers van de regels die zijn geteld.

# %%
from pactwerk import figures

cijfers = figures.open()
code = "PV99" if cijfers.example else "PV27"
uitleg = cijfers.explain("K04", code)
print(uitleg.sources())

# %% [markdown]
# Verborgen aantallen blijven grenzen: zonder `value`, met `low` en `high`. Een som ervan is ook een grens.

# %%
geslaagd = cijfers.query("K05", code).to_polars()
print(geslaagd.select("period", "value", "low", "high", "sources"))

# %% [markdown]
# Gepubliceerde cijfers staan ernaast, met hun vindplaats; waar definitie of uitgave wisselt breekt de reeks.

# %%
naast_elkaar = cijfers.query("K03", "NL", basis="published")
for regel in naast_elkaar.listing():
    print(regel["period"], regel["value"], regel["publication_edition"], "|", regel["break"] or "")
