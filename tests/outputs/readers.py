"""Reads the folder of a report with the tools of its formats, and compares
what they find with report.json."""

import json
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from frictionless import Package
from pysdmx.io import get_datasets, read_sdmx

folder = Path(sys.argv[1])
report = json.loads((folder / "report.json").read_text("utf-8"), parse_float=Decimal)
observations = {found["id"]: found for found in report["observations"]}


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: expected {expected!r}, found {found!r}")


def number(value):
    return None if value is None else Decimal(value)


# Data Package
validated = Package(str(folder / "datapackage.json")).validate()
expect("frictionless", validated.flatten(["name", "type", "note"]), [])
descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
expect("$schema", descriptor["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json")
expect("created", descriptor["created"], report["edition"]["published"] + "-01T00:00:00Z")
for resource in descriptor["resources"]:
    expect(resource["path"] + " bytes", resource["bytes"], (folder / resource["path"]).stat().st_size)
    expect(resource["path"] + " type", resource["type"], "table")

# Parquet
rows = duckdb.sql(f"SELECT id, value, period, label FROM '{folder}/observations.parquet'").fetchall()
expect("parquet ids", {row[0] for row in rows}, set(observations))
for id, value, period, label in rows:
    expect(id + " value", value, number(observations[id]["value"]))
    expect(id + " period", period, observations[id]["period"])
    expect(id + " label", label, observations[id]["label"])
parquet = pq.ParquetFile(folder / "observations.parquet")
expect("decimal type", parquet.schema_arrow.field("value").type, pa.decimal128(38, 9))
expect("integer type", parquet.schema_arrow.field("decimals").type, pa.int64())
expect("text type", parquet.schema_arrow.field("label").type, pa.string())
group = parquet.metadata.row_group(0)
indicator = next(group.column(at) for at in range(group.num_columns) if group.column(at).path_in_schema == "indicator")
expect("dictionary", indicator.has_dictionary_page, True)
expect("edition", parquet.metadata.metadata[b"cnnic.edition"], str(report["edition"]["number"]).encode())
for path in (folder / "datasets").glob("*.parquet"):
    csv = duckdb.sql(f"SELECT count(*) FROM read_csv('{path.with_suffix('.csv')}', header = true)").fetchall()
    expect(path.name + " rows", duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall(), csv)

# SDMX: valid against the schemas of the standard, every code listed, no key twice
structure = read_sdmx(folder / "sdmx.xml", validate=True)
dataset = get_datasets(folder / "sdmx.csv", folder / "sdmx.xml", validate=True)[0]
data = dataset.data
with_period = {id for id, found in observations.items() if found["period"]}
expect("sdmx ids", set(data["OBS_ID"]), with_period)
components = dataset.structure.components
dimensions = [component.id for component in components.dimensions]
expect("sdmx keys given twice", int(data.duplicated(subset=dimensions).sum()), 0)
for component in components:
    if component.enumeration:
        codes = {code.id for code in component.enumeration.items}
        expect(component.id + " codes", set(data[component.id].dropna()) - codes - {""}, set())
import csv

with open(folder / "sdmx.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        found = observations[row["OBS_ID"]]
        value = None
        if row["OBS_VALUE"]:
            value = Decimal(row["OBS_VALUE"]).scaleb(int(row["UNIT_MULT"]))
        expect(row["OBS_ID"] + " sdmx value", value, number(found["value"]))

# Excel
workbook = openpyxl.load_workbook(folder / "cnnic.xlsx")
expect("sheets", len(workbook.sheetnames), len(report["tables"]) + 2)
for table in report["tables"]:
    sheet = workbook[table["label"]]
    expect(table["label"] + " frozen", sheet.freeze_panes, "B3")
    first = 2 + any(row["unit"] for row in table["rows"])
    for at, row in enumerate(table["rows"]):
        for column, cell in enumerate(row["cells"]):
            found = sheet.cell(at + 3, column + first).value
            if cell["value"] is None:
                expect(f"{table['label']} {at} {column}", found, cell["text"])
            else:
                expect(f"{table['label']} {at} {column}", Decimal(str(found)), number(cell["value"]))
