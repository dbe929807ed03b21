//! The data structure of the observations, in SDMX-ML 3.0.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::code::{Name, Names};
use super::{AGENCY, FIRST, LAST, VERSION, component, dimensions, list_of};
use crate::catalog;
use crate::report::Report;

/// The id of the dataflow.
pub const DATAFLOW: &str = "CNNIC_REPORT";
const DATA_STRUCTURE: &str = "CNNIC_REPORT";
const CONCEPTS: &str = "CNNIC_CONCEPTS";

/// The structure message.
pub fn xml(report: &Report, lists: &BTreeMap<String, Names>) -> String {
    let mut xml = Xml::default();
    xml.line(r#"<?xml version="1.0" encoding="UTF-8"?>"#);
    const BASE: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";
    xml.open(&format!(
        r#"mes:Structure xmlns:mes="{BASE}/message" xmlns:str="{BASE}/structure" xmlns:com="{BASE}/common""#
    ));
    header(&mut xml, report);
    xml.open("mes:Structures");
    xml.open("str:Codelists");
    for (id, names) in lists {
        codelist(&mut xml, id, names);
    }
    xml.close();
    xml.open("str:ConceptSchemes");
    xml.open(&format!("str:ConceptScheme {}", maintained(CONCEPTS)));
    name(&mut xml, &Name::en("Concepts"));
    for id in components() {
        xml.open(&format!(r#"str:Concept id="{id}""#));
        name(&mut xml, &concept_name(&id));
        xml.close();
    }
    xml.close();
    xml.close();
    xml.open("str:Dataflows");
    xml.open(&format!("str:Dataflow {}", maintained(DATAFLOW)));
    name(&mut xml, &title());
    let structure = urn("datastructure.DataStructure", DATA_STRUCTURE);
    xml.leaf("str:Structure", &structure);
    xml.close();
    xml.close();
    xml.open("str:DataStructures");
    data_structure(&mut xml);
    xml.close();
    xml.close();
    xml.close();
    xml.text
}

fn title() -> Name {
    Name::of(
        "中国互联网络发展状况统计报告",
        "Statistical Report on China's Internet Development",
    )
}

fn header(xml: &mut Xml, report: &Report) {
    let edition = report
        .edition
        .number
        .map_or("unknown".to_owned(), |number| number.to_string());
    // The same report gives the same bytes: its date, not that of the run.
    let month = report.edition.published.as_deref().unwrap_or("1997-10");
    xml.open("mes:Header");
    xml.leaf("mes:ID", &format!("CNNIC-{edition}"));
    xml.leaf("mes:Test", "false");
    xml.leaf("mes:Prepared", &format!("{month}-01T00:00:00Z"));
    xml.line(&format!(r#"<mes:Sender id="{AGENCY}"/>"#));
    xml.close();
}

fn codelist(xml: &mut Xml, id: &str, names: &Names) {
    let known = catalog::sdmx().codelists.iter().find(|list| list.id == id);
    let of = known.map_or_else(
        || concept_name(id.trim_start_matches("CL_")),
        |list| Name::en(list.name),
    );
    xml.open(&format!("str:Codelist {}", maintained(id)));
    name(xml, &of);
    for (code, names) in names {
        xml.open(&format!(r#"str:Code id="{}""#, escaped(code)));
        name(xml, names);
        xml.close();
    }
    xml.close();
}

/// All components, in the order of the columns.
fn components() -> impl Iterator<Item = String> {
    let middle = dimensions().into_iter().map(component);
    let first = FIRST.into_iter().map(str::to_owned);
    first
        .chain(middle)
        .chain(LAST.into_iter().map(str::to_owned))
}

fn concept_name(id: &str) -> Name {
    let concept = catalog::sdmx()
        .concepts
        .iter()
        .find(|concept| concept.id == id);
    if let Some(concept) = concept {
        return Name::en(concept.name);
    }
    let dimension = catalog::dimensions()
        .iter()
        .find(|known| component(known.id) == id);
    dimension.map_or_else(
        || Name::en(id),
        |known| Name::of(known.name_zh, known.name_en),
    )
}

fn data_structure(xml: &mut Xml) {
    let all: Vec<String> = components().collect();
    let at = |id: &str| {
        all.iter()
            .position(|known| known == id)
            .unwrap_or(all.len())
    };
    let (time, value) = (at("TIME_PERIOD"), at("OBS_VALUE"));
    xml.open(&format!("str:DataStructure {}", maintained(DATA_STRUCTURE)));
    name(xml, &title());
    xml.open("str:DataStructureComponents");
    xml.open(r#"str:DimensionList id="DimensionDescriptor""#);
    for (position, id) in all[..time].iter().enumerate() {
        xml.open(&format!(
            r#"str:Dimension id="{id}" position="{}""#,
            position + 1
        ));
        represented(xml, id, "String");
        xml.close();
    }
    xml.open(r#"str:TimeDimension id="TIME_PERIOD""#);
    represented(xml, "TIME_PERIOD", "ObservationalTimePeriod");
    xml.close();
    xml.close();
    xml.open(r#"str:AttributeList id="AttributeDescriptor""#);
    for id in &all[value + 1..] {
        let usage = match id.as_str() {
            "UNIT_MEASURE" | "UNIT_MULT" | "OBS_STATUS" | "LABEL" | "OBS_ID" => "mandatory",
            _ => "optional",
        };
        xml.open(&format!(r#"str:Attribute id="{id}" usage="{usage}""#));
        represented(
            xml,
            id,
            if id.starts_with("OBS_VALUE") {
                "Decimal"
            } else {
                "String"
            },
        );
        xml.open("str:AttributeRelationship");
        xml.line("<str:Observation/>");
        xml.close();
        xml.close();
    }
    xml.close();
    xml.open(r#"str:MeasureList id="MeasureDescriptor""#);
    xml.open(r#"str:Measure id="OBS_VALUE""#);
    represented(xml, "OBS_VALUE", "Decimal");
    xml.close();
    xml.close();
    xml.close();
    xml.close();
}

/// The concept of a component and what its values are: codes, or text.
fn represented(xml: &mut Xml, id: &str, text_type: &str) {
    xml.leaf(
        "str:ConceptIdentity",
        &format!("{}.{id}", urn("conceptscheme.Concept", CONCEPTS)),
    );
    xml.open("str:LocalRepresentation");
    if is_coded(id) {
        xml.leaf("str:Enumeration", &urn("codelist.Codelist", &list_of(id)));
    } else {
        xml.line(&format!(r#"<str:TextFormat textType="{text_type}"/>"#));
    }
    xml.close();
}

fn is_coded(id: &str) -> bool {
    const TEXTS: [&str; 10] = [
        "BASE_PERIOD",
        "TIME_PERIOD",
        "OBS_VALUE",
        "OBS_VALUE_UPPER",
        "OBS_VALUE_DENOMINATOR",
        "UNIT_PRINTED",
        "PERIOD_NOTE",
        "LABEL",
        "OBS_ID",
        "COMMENT_OBS",
    ];
    !TEXTS.contains(&id)
}

fn urn(class: &str, id: &str) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{class}={AGENCY}:{id}({VERSION})")
}

fn maintained(id: &str) -> String {
    format!(r#"id="{id}" agencyID="{AGENCY}" version="{VERSION}""#)
}

fn name(xml: &mut Xml, name: &Name) {
    for (language, text) in [("en", &name.en), ("zh", &name.zh)] {
        if let Some(text) = text {
            xml.line(&format!(
                r#"<com:Name xml:lang="{language}">{}</com:Name>"#,
                escaped(text)
            ));
        }
    }
}

/// Elements as lines, indented by depth.
#[derive(Default)]
struct Xml {
    text: String,
    open: Vec<String>,
}

impl Xml {
    fn line(&mut self, line: &str) {
        let _ = writeln!(
            self.text,
            "{:indent$}{line}",
            "",
            indent = 2 * self.open.len()
        );
    }

    /// Opens an element, given with its attributes.
    fn open(&mut self, element: &str) {
        self.line(&format!("<{element}>"));
        let name = element.split(' ').next().unwrap_or(element);
        self.open.push(name.to_owned());
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line(&format!("</{name}>"));
        }
    }

    fn leaf(&mut self, element: &str, text: &str) {
        self.line(&format!("<{element}>{}</{element}>", escaped(text)));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
